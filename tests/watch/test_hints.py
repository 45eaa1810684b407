"""Where hints can be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.watch.hints import is_remote

MOUNTS = """\
overlay / overlay rw 0 0
server:/share /mnt/nfs nfs4 rw 0 0
//host/share /mnt/with\\040space cifs rw 0 0
C:\\134 /mnt/c 9p rw 0 0
grpcfuse /host fuse.grpcfuse rw 0 0
/dev/sda1 /mnt/nfs/local ext4 rw 0 0
odd
"""


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/home/ann/site", False),
        ("/mnt/nfs/site", True),
        ("/mnt/nfs", True),
        ("/mnt/nfsx/site", False),
        ("/mnt/with space/site", True),
        ("/mnt/c/Users/ann", True),
        ("/host/site", True),
        ("/mnt/nfs/local/site", False),
    ],
)
def test_disks_of_the_network(folder: str, remote: bool, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert is_remote(folder, str(mounts)) is remote


def test_a_system_that_does_not_tell(tmp_path: Path) -> None:
    assert not is_remote("/mnt/nfs", str(tmp_path / "none"))
