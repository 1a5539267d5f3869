"""Who comes first among equals: chance that is the same on every machine.

Every person gets a number from BLAKE2b of the salt, their side and their id; the numbers of two
people are mixed to one for the pair. So it depends on the salt and on the two people only, never
on the order of files or of names, and another salt is another draw.
"""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from telemaco.records.base import PersonId

Words = npt.NDArray[np.uint64]


def words(side: str, people: Sequence[PersonId], salt: str) -> Words:
    """A random word for every person of a side."""
    texts = (f"{salt}\0{side}\0{person}".encode() for person in people)
    return np.array(
        [int.from_bytes(blake2b(text, digest_size=8).digest(), "big") for text in texts], np.uint64
    )


def mixed(words: Words) -> Words:
    """A random word for every pair, from the two people's words combined by exclusive or.

    The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    """
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))
