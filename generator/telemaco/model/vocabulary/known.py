"""What is known of spelling without looking at the data: names, languages, abbreviations.

Only names that people in many fields use, in the spelling of those who make them. The left
side of every table is a key as `spelling.key` makes it before the table is asked.
"""

import re

NAMES = {
    "JavaScript": ("js", "ecmascript"),
    "TypeScript": ("ts",),
    "React": ("reactjs",),
    "React Native": (),
    "Vue.js": ("vue",),
    "Node.js": ("node",),
    "Next.js": (),
    "Express": ("expressjs",),
    "Angular": (),
    "AngularJS": (),
    "jQuery": (),
    "D3.js": ("d3",),
    "HTML": ("html5",),
    "CSS": ("css3",),
    "Sass": ("scss",),
    "PHP": (),
    "WordPress": (),
    "Go": ("golang",),
    "C": (),
    "C++": ("cpp", "cxx"),
    "C#": (),
    ".NET": (),
    "ASP.NET": (),
    "Objective-C": ("objc",),
    "F#": (),
    "R": ("rstat",),
    "Python": ("python3",),
    "Java": (),
    "Kotlin": (),
    "Swift": (),
    "Scala": (),
    "Ruby": (),
    "Ruby on Rails": ("rail", "ror", "rubyrail"),
    "Rust": (),
    "Perl": (),
    "Julia": (),
    "MATLAB": (),
    "Bash": (),
    "SQL": (),
    "NoSQL": (),
    "PostgreSQL": ("postgre",),
    "MySQL": (),
    "MongoDB": ("mongo",),
    "GraphQL": (),
    "Git": (),
    "GitHub": (),
    "GitLab": (),
    "DevOps": (),
    "Docker": (),
    "Kubernetes": ("k8s",),
    "AWS": ("amazonwebservice",),
    "Linux": ("gnulinux",),
    "Unix": (),
    "iOS": (),
    "Android": (),
    "API": (),
    "LaTeX": (),
    "Jupyter": (),
    "pandas": (),
    "TensorFlow": (),
    "PyTorch": (),
    "QGIS": (),
    "Accessibility": ("a11y",),
    "Internationalization": ("i18n",),
    "Localization": ("l10n",),
    "Frontend": (),
    "Full-stack": (),
    "Open source": (),
    "E-commerce": (),
    "ASP.NET Core": (),
    ".NET Core": (),
    "RxJS": (),
    "NgRx": (),
    "NestJS": (),
    "Jest": (),
    "SVG": (),
    "PWA": (),
    "REST": (),
    "SQL Server": ("mssql",),
    "PowerShell": (),
    "WebAssembly": ("wasm",),
    "Equality, diversity and inclusion": (
        *("equitydiversityinclusion", "diversityequityinclusion", "dei", "edi"),
    ),
    "Web development": ("webdev", "websitedevelopment"),
}
"""Names that are written in one way, and other spellings of the same."""

LANGUAGES = (
    *("JavaScript", "TypeScript", "PHP", "Go", "C", "C++", "C#", "R", "Python", "Java"),
    *("Kotlin", "Swift", "Scala", "Ruby", "Rust", "Perl", "Julia", "MATLAB", "Bash", "SQL"),
)
"""Programming languages: "Python programming" says no more than "Python"."""

ABBREVIATIONS = {
    "ai": "artificial intelligence",
    "ml": "machine learning",
    "dl": "deep learning",
    "nlp": "natural language processing",
    "hpc": "high performance computing",
    "gis": "geographic information systems",
    "ux": "user experience",
    "ui": "user interface",
    "hci": "human computer interaction",
    "oop": "object oriented programming",
    "fp": "functional programming",
    "tdd": "test driven development",
    "ddd": "domain driven design",
    "seo": "search engine optimization",
    "hr": "human resources",
    "pr": "public relations",
    "rdm": "research data management",
    "rse": "research software engineering",
    "oer": "open educational resources",
    "stem": "science technology engineering mathematics",
    "ngs": "next generation sequencing",
    "iot": "internet of things",
    "llm": "large language models",
    "pca": "principal component analysis",
    "cfd": "computational fluid dynamics",
    "vr": "virtual reality",
    "ar": "augmented reality",
}
"""What short forms stand for among those who use them."""

PHRASES = (
    "equality diversity inclusion",
    "equity diversity inclusion",
    "diversity equity inclusion",
    "equity diversity inclusion accessibility",
    "science technology engineering mathematics",
)
"""Names with commas in them that are one skill."""

FILLERS = frozenset({"and", "the"})
"""Words that change nothing between two spellings of a skill."""

SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to"})
"""Words that give no letter to an abbreviation and head no group."""

LANGUAGE_WORDS = (("programming", "language"), ("programming",), ("language",), ("coding",))
"""What may follow the name of a programming language."""

ONE_SPELLING = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"is(e|ed|er|ing)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|er|ing)$"), r"yz\1"),
    (re.compile(r"(behavi|col|fav|flav|harb|hon|hum|lab|neighb|tum)our"), r"\1or"),
    (re.compile(r"(label|model|travel|signal|cancel)l(ed|er|ing)$"), r"\1\2"),
    (re.compile(r"^programme$"), "program"),
    (re.compile(r"^(cent|theat|fib|lit|met)re$"), r"\1er"),
    (re.compile(r"^(licen|defen|offen)ce$"), r"\1se"),
    (re.compile(r"^practise$|^practize$"), "practice"),
    (re.compile(r"^(catal|dial|anal)ogue$"), r"\1og"),
    (re.compile(r"^(pal|arch)aeo"), r"\1eo"),
    (re.compile(r"^(bio|geo|zoo|ethno)archaeo"), r"\1archeo"),
    (re.compile(r"^haem"), "hem"),
    (re.compile(r"^paed"), "ped"),
    (re.compile(r"^orthopaed"), "orthoped"),
    (re.compile(r"^maths$"), "math"),
)
"""British endings to American ones, so that both give one key; never shown to anybody."""
