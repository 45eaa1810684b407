"""What is known of a post, each part by its own table."""

from __future__ import annotations

from tests.support.marked import FRONT, post, quote

BUBBLE = (
    '{{<matomeBubble userName="bob" createdAt="2025-02-06" color="red">}}x{{</matomeBubble>}}\n'
)
FOLD = '{{< details summary="a" >}}'


def test_columns() -> None:
    made = post(
        quote("a", created_at="2025-02-05", color="")
        + BUBBLE
        + FOLD
        + quote("b")
        + "{{</details>}}"
    )
    columns = made.columns
    assert columns.users == ("ann", "ann", "bob")
    assert columns.bodies == ("a", "b")
    assert columns.times == ("2025-02-05", "", "2025-02-06")
    assert columns.colors == ("", "", "red")
    assert columns.folded == (False, True)
    assert [call.name for call in columns.calls] == ["matomeQuote", "matomeQuote", "matomeBubble"]
    assert post("a").columns.users == ()


def test_forms() -> None:
    made = post(quote() * 2 + "{{< param a >}}{{< param a b >}}{{< figure >}}\n")
    assert made.signatures == (
        ("matomeQuote", "body", "userName"),
        ("matomeQuote", "body", "userName"),
        ("param", ""),
        ("param", "", ""),
        ("figure",),
    )
    assert made.forms == set(made.signatures)
    assert made.names == {"matomequote", "param", "figure"}


def test_calls_that_hugo_cannot_read_have_no_form() -> None:
    made = post(quote() + '{{< figure src="a >}}\n{{< figure a b="c" >}}\n' + quote())
    assert len(made.garbled) == 2
    assert made.signatures == (
        ("matomeQuote", "body", "userName"),
        ("",),
        ("",),
        ("matomeQuote", "body", "userName"),
    )
    unknown = post('{{< nope src="a" >}}{{< /figure >}}\n')
    assert unknown.document.faults
    assert not unknown.garbled


def test_what_stands_outside_of_tags() -> None:
    made = post(f"a{FOLD}b{{{{< figure >}}}}c{{{{</details>}}}}d")
    assert made.outside == "a\0b\0c\0d"
    assert [made.text[start:end] for start, end in made.gaps] == ["a", "b", "c", "d"]
    assert [made.text[start:end] for start, end in made.tags] == [
        FOLD,
        "{{< figure >}}",
        "{{</details>}}",
    ]
    assert post("").outside == ""
    assert post(FRONT).gaps == ((len(FRONT), len(FRONT)),)


def test_fields_take_the_key_that_hugo_takes() -> None:
    assert post("+++\ntitle = 'a'\nDate = 2025-02-05\n+++\n").fields["title"] == "a"
    assert set(post("+++\ntitle = 'a'\nDate = 2025-02-05\n+++\n").fields) == {"title", "date"}
    assert post("+++\nTitle = 'b'\ntitle = 'a'\n+++\n").fields["title"] == "b"
    assert post("+++\ntitle = 'a'\nTitle = 'b'\n+++\n").fields["title"] == "b"


def test_colors_of_users_with_several() -> None:
    text = quote(color="Red ") + quote("b", color="red") + quote(user="bob", color="red")
    assert post(text).colors == {}
    made = post(text + quote("c", color="") + quote("d", color="blue"))
    assert {user: list(used) for user, used in made.colors.items()} == {"ann": ["red", "", "blue"]}
    spoken = {
        color: [made.columns.bodies[number] for number in numbers]
        for color, numbers in made.colors["ann"].items()
    }
    assert spoken == {"red": ["Hello", "b"], "": ["c"], "blue": ["d"]}


def test_a_digest_has_three_quotes() -> None:
    assert [post(quote() * count).is_digest for count in (0, 2, 3)] == [False, False, True]


def test_language_and_work() -> None:
    assert (
        post("a", "content/posts/a.en.md").work,
        post("a", "content/posts/a.en.md").language,
    ) == (
        "posts/a",
        "en",
    )
