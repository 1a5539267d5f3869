"""The theme's search worker with the files in it that it would fetch for its languages.

Material asks for up to three more files before a search in a language other than English can
begin. They are put behind the worker, each as a function; who asks for one of them by
`importScripts` gets it from there, and whatever else is asked for is fetched as ever.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

WORKER = "assets/javascripts/workers/search."
"""What the address of the worker begins with; the rest is its version."""

_PARTS = "assets/javascripts/lunr/min/"
_BEHIND = """\

;(function (parts) {
  var load = self.importScripts;
  self.importScripts = function () {
    for (var i = 0; i < arguments.length; i += 1) {
      var part = parts[String(arguments[i]).split("/").pop()];
      if (part) part.call(self);
      else load.call(self, arguments[i]);
    }
  };
})({
"""


def with_languages(worker: bytes, files: Mapping[str, bytes], index: bytes) -> bytes:
    """The worker for the languages that the search index names; `files` are the builder's."""
    named = json.loads(index)["config"]["lang"]
    parts = [name for name in _names(named) if _PARTS + name in files]
    if not parts:
        return worker
    inside = [
        f"{json.dumps(name)}: function () {{\n{files[_PARTS + name].decode()}\n}}" for name in parts
    ]
    return b"".join([worker, _BEHIND.encode(), ",\n".join(inside).encode(), b"\n});\n"])


def _names(languages: Iterable[str]) -> Iterator[str]:
    languages = list(languages)
    if languages != ["en"]:
        yield "lunr.stemmer.support.min.js"
        yield from (f"lunr.{language}.min.js" for language in languages)
    if len(languages) > 1:
        yield "lunr.multi.min.js"
