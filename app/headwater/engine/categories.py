"""Which category a job belongs to, and the folder that follows from it: pure policy.

Rules are `model.arrangement.Category`'s. The rule: what a person chose (a category, a folder) is never overruled; the
folder of a category counts only where the job would go to the folder for all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater.discovery.filename import name_from_url
from headwater.engine.settings import Settings
from headwater.model.arrangement import Category
from headwater.model.job import JobSpec
from headwater.schedule.host_preferences import matches


def category_named(categories: Iterable[Category], name: str | None) -> Category | None:
    """The category of that name; None where there is none any more."""
    return next((category for category in categories if category.name == name), None)


def category_for(categories: Iterable[Category], file_name: str | None, hosts: Sequence[str]) -> Category | None:
    """The first category whose rules fit a file that comes from `hosts` (with or without ports)."""
    return next((category for category in categories if _fits(category, file_name, hosts)), None)


def categorized(spec: JobSpec, file_name: str | None, settings: Settings) -> JobSpec:
    """The job with its category, and its folder, as far as both are left to the rules.

    `file_name` is what is known of the file's name so far; the ending of the first link stands in where that is
    nothing.
    """
    options, categories = spec.options, settings.categories
    if not categories:
        return spec
    if options.category is None:
        name = file_name or (name_from_url(spec.sources[0].url) if spec.sources else None)
        found = category_for(categories, name, [source.host for source in spec.sources])
        if found is None:
            return spec
        options = replace(options, category=found.name)
    chosen = category_named(categories, options.category)
    folder = spec.folder
    if chosen is not None and chosen.folder is not None and folder == settings.download_folder:
        folder = chosen.folder
    return replace(spec, options=options, folder=folder)


def _fits(category: Category, file_name: str | None, hosts: Sequence[str]) -> bool:
    if not category.suffixes and not category.hosts:
        return False
    if category.suffixes:
        name = (file_name or "").lower()
        if not any(name.endswith(suffix.lower()) for suffix in category.suffixes):
            return False
    return not category.hosts or any(_host_fits(host, pattern) for host in hosts for pattern in category.hosts)


def _host_fits(host: str, pattern: str) -> bool:
    """`*.example.org` fits the hosts below it, and `example.org` itself."""
    return matches(pattern, host) or matches(pattern.removeprefix("*."), host)
