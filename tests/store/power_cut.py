"""What a power cut leaves of a folder whose program ran with tests/store/power_cut.cpp preloaded (see there)."""
import os
import pathlib
import random
import shutil

BLOCK = 4096  # a disk writes blocks, in any order


def environment(shim, disk, lost, changes=0):
    """What the program is to be run with: the power goes after so many changes of files, 0 for never. `lost` is emptied."""
    shutil.rmtree(lost, ignore_errors=True)
    pathlib.Path(lost).mkdir()
    return {**os.environ, "LD_PRELOAD": str(shim), "TRICHLUC_DISK": str(disk) + "/", "TRICHLUC_LOST": str(lost),
            "TRICHLUC_CUT_AFTER": str(changes)}


def cut(disk, lost, seed):
    """Takes away what was not synced: all of it, or as much as the seed leaves. Returns how many things were lost."""
    luck = random.Random(seed)
    contents = unsynced_contents(disk, lost, luck)
    return contents + unsynced_names(lost, luck)


def unsynced_contents(disk, lost, luck):
    now = {path.stat().st_ino: path for path in pathlib.Path(disk).rglob("*") if path.is_file()}
    count = 0
    for copy in pathlib.Path(lost).iterdir():
        if not copy.name.isdigit() or int(copy.name) not in now:
            continue
        path = now[int(copy.name)]
        synced, written = copy.read_bytes(), path.read_bytes()
        kept = luck.choice((0.0, 0.0, 0.5, 1.0))
        size = luck.choice((len(synced), len(written)))
        content = bytearray(max(size, len(synced), len(written)))
        for at in range(0, len(content), BLOCK):
            source = written if luck.random() < kept else synced
            block = source[at:at + BLOCK]
            content[at:at + len(block)] = block
        path.chmod(0o644)
        path.write_bytes(bytes(content[:size]))
        count += 1
    return count


def unsynced_names(lost, luck):
    """A file system keeps the order of such changes, so the last ones are lost."""
    journal = pathlib.Path(lost) / "journal"
    pending = []
    for line in journal.read_bytes().splitlines() if journal.exists() else []:
        what, path, other = (os.fsdecode(part) for part in line.split(b"\t"))
        if what == "synced":
            pending = [p for p in pending if os.path.dirname(p[2] if p[0] == "renamed" else p[1]) != path.rstrip("/")]
        else:
            pending.append((what, path, other))
    gone = pending[luck.randint(0, len(pending)):]
    for what, path, other in reversed(gone):
        undo(what, path, other)
    return len(gone)


def undo(what, path, other):
    if what == "made" and os.path.exists(path):
        os.unlink(path)
    elif what == "folder" and os.path.isdir(path) and not os.listdir(path):
        os.rmdir(path)
    elif what == "renamed" and os.path.exists(other):
        os.rename(other, path)
    elif what == "removed" and not os.path.exists(path):
        shutil.copy(other, path)
