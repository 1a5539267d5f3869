"""The labels of forms in English."""

from telemaco.adapters.translations import Catalog
from telemaco.forms.labels import words_of

say = words_of(Catalog("en"))
