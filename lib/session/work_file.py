"""How saved work is known before it is opened. Light: the command line asks this of every file."""

ENDING = ".klantmonitor"
PART = "werk.json"


def may_be_work(name: str, data: bytes) -> bool:
    """Whether a file may be saved work: by its name, or as a zip in which the name of its one part stands."""
    return name.lower().endswith(ENDING) or (data.startswith(b"PK") and PART.encode() in data)
