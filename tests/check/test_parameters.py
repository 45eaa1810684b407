"""Parameters against those that templates read."""

from __future__ import annotations

import pytest

from hugo_helpers.check.parameters import OURS, Meant, is_ours, meant, of_form, our_forms, renamed
from tests.support.marked import CONTEXT, TEMPLATES, post, quote
from tests.support.sites import foreign

QUOTE = OURS["matomequote"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("username", Meant("userName", case=True)),
        ("usrName", Meant("userName", case=False, slip=True)),
        ("user", Meant("userName", case=False)),
        ("text", Meant("body", case=False)),
        ("colour", Meant("color", case=False, slip=True)),
        ("created_at", Meant("createdAt", case=False, slip=True)),
        ("zzz", None),
        ("", None),
    ],
)
def test_meant(name: str, right: Meant | None) -> None:
    assert meant(name, QUOTE) == right


def test_words_of_ours_mean_nothing_elsewhere() -> None:
    assert meant("text", {"src", "alt"}) is None


def test_ours() -> None:
    assert all(is_ours(TEMPLATES, name) for name in OURS)
    assert not is_ours(TEMPLATES, "figure")
    templates = foreign("").context.templates
    assert not is_ours(templates, "matomequote")
    assert is_ours(templates, "matomebubble"), "there is none: the name tells"
    assert not is_ours(templates, "details"), "Hugo's own"


def test_forms() -> None:
    made = post(quote() + quote() + '{{< figure src="a" >}}{{<details "a">}}b{{</details>}}\n')
    assert sorted(our_forms(made)) == [
        ("details", ("details", "")),
        ("matomequote", ("matomeQuote", "body", "userName")),
    ]
    assert len(list(of_form(made, ("matomeQuote", "body", "userName")))) == 2


def test_renamed() -> None:
    (call,) = post('{{< figure Src="a" ALT="b" alt="c" >}}').calls
    fix = renamed(call, call.params[0], Meant("src", case=True))
    assert fix is not None
    assert fix.applicability == "safe"
    assert renamed(call, call.params[1], Meant("alt", case=True)) is None
    assert CONTEXT.knows("figure")


def test_a_slip_is_safe_to_mend_where_hugo_refuses_it() -> None:
    (call,) = post('{{< figure scr="a" >}}').calls
    slip = Meant("src", case=False, slip=True)
    fixes = [renamed(call, call.params[0], slip, refused=refused) for refused in (False, True)]
    assert [fix and fix.applicability for fix in fixes] == ["unsafe", "safe"]
