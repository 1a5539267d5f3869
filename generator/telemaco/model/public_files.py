"""What it means that a repository is public, and how it becomes private: one home for both."""

from telemaco.messages import msg
from telemaco.records.layout import COMMUNITY

WHO_READS = msg(
    "Everybody can read all files of a public repository, and what stood in them before."
)
MAKE_PRIVATE = msg(
    "Make the repository private on the forge, and write repository: private in {path}.",
    path=COMMUNITY,
)
