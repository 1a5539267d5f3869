"""What our own GitHub answers: a function for each operation."""

from collections.abc import Mapping

from tests.forge.call import Route
from tests.forge.routes.actions import ACTIONS
from tests.forge.routes.comments import COMMENTS
from tests.forge.routes.contents import CONTENTS
from tests.forge.routes.git import GIT
from tests.forge.routes.issues import ISSUES
from tests.forge.routes.labels import LABELS
from tests.forge.routes.people import PEOPLE
from tests.forge.routes.pulls import PULLS

ROUTES: Mapping[str, Route] = {
    **{
        f"{method} /repos/{{owner}}/{{repo}}{rest}": route
        for routes in (ACTIONS, COMMENTS, CONTENTS, GIT, ISSUES, LABELS, PULLS)
        for key, route in routes.items()
        for method, _, rest in [key.partition(" ")]
    },
    **PEOPLE,
}
"""By method and path of the description."""
