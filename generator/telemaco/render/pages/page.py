"""What a page is before the builder's frame is put round it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one language.

    `address` is relative to the language's root and ends in `/`; the home page's is empty.
    `shell` is the address of the page whose frame it gets, its own for a page of the
    navigation. `title` and `description` are plain text, `body` is HTML.
    """

    address: str
    shell: str
    title: str
    description: str
    body: str

    @property
    def path(self) -> str:
        """The file it becomes, relative to the language's root."""
        return f"{self.address}index.html"
