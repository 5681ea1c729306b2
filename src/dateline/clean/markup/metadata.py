"""Headline, byline, dates and the like of a page: only from what names them; never the day of the run."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from dateline.clean.bylines import author_names
from dateline.clean.dates import iso_date
from dateline.clean.facts import Facts
from dateline.clean.markup.jsonld import Linked, read_linked
from dateline.clean.markup.stream import shown
from dateline.clean.markup.titles import Candidate, choose_title
from dateline.clean.markup.walk import Block, Page, attributes
from dateline.records import Given, PublishedFrom

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "publishdate",
    "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
    "dc.date.created", "published_time", "cxenseparse:recs:publishtime", "article.published", "date",
    "publication_date", "og:pubdate",
    "ptime", "originalpublicationdate", "publish_date", "published-date", "displaydate", "bt:pubdate",
)  # fmt: skip
_URL_DATE = re.compile(r"/(20[0-3]\d|19\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)")
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|reporter|writer|contributor|c-byline)(?:$|[\s_-]|__|name)"
)


@dataclass(frozen=True)
class Metadata:
    """What a page says about its article, and where the headline stands in the markup."""

    facts: Facts
    title_at: list[tuple[int, int]] | None = None


def read_metadata(markup: str, page: Page, given: Given) -> Metadata:
    """All metadata of a page; what came with the report goes before what the page says."""
    metas, contents = _metas(markup, page)
    linked = read_linked([markup[start:end] for start, end in page.scripts[:50]])
    publisher = given.publisher or metas.get("og:site_name") or linked.publisher or metas.get("application-name")
    url = given.url or _canonical(page) or metas.get("og:url") or linked.url
    title = choose_title(_candidates(markup, page, contents, linked), given.title, publisher)
    published, origin = _published(page, metas, linked, given, url)
    facts = Facts(
        title=title.text if title else given.title,
        byline=given.byline or _byline(markup, page, metas, linked, publisher),
        publisher=publisher,
        published=published,
        published_from=origin,
        language=_language(page, metas, linked),
        url=url,
    )
    return Metadata(facts, title.at if title else None)


def _metas(markup: str, page: Page) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
    """The meta tags by lower-case name: their content, and where it stands. The first of a name counts."""
    metas: dict[str, str] = {}
    contents: dict[str, tuple[int, int]] = {}
    for tag in page.tags:
        if tag.name != "meta":
            continue
        found = attributes(tag.attributes)
        content = found.get("content", "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = found.get(key, "").lower()
            if name and content.strip() and name not in metas:
                metas[name] = html.unescape(content).strip()
                start = markup.find(content, tag.attributes_at, tag.end)
                contents[name] = (start, start + len(content))
    return metas, contents


def _candidates(markup: str, page: Page, contents: dict[str, tuple[int, int]], linked: Linked) -> list[Candidate]:
    """Every wording that may be the headline, best sources first."""
    found = [
        Candidate("h1", " ".join(shown(markup, block).split()), list(block.segments))
        for block in page.blocks
        if "h1" in block.regions
    ]
    named = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "headline", "dc.title", "title")
    found += [_candidate(name, markup, contents[name]) for name in named if name in contents]
    found += [_candidate("title-tag", markup, place) for place in page.titles[:1]]
    if linked.headline:
        found.append(Candidate("json-ld", " ".join(html.unescape(linked.headline).split()), []))
    return [candidate for candidate in found if candidate.text]


def _candidate(source: str, markup: str, place: tuple[int, int]) -> Candidate:
    return Candidate(source, " ".join(html.unescape(markup[place[0] : place[1]]).split()), [place])


def _canonical(page: Page) -> str | None:
    for tag in page.tags:
        if tag.name == "link" and "canonical" in tag.attributes:
            href = attributes(tag.attributes).get("href", "")
            if href.startswith("http"):
                return html.unescape(href)
    return None


def _published(
    page: Page, metas: dict[str, str], linked: Linked, given: Given, url: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """The date of publication and what named it."""
    choices = [(given.published, PublishedFrom.GIVEN), (linked.published, PublishedFrom.JSON_LD)]
    choices += [(metas.get(name), PublishedFrom.META) for name in _PUBLISHED]
    choices.append((_itemprop_date(page), PublishedFrom.META))
    choices.append((_time(page), PublishedFrom.TIME))
    for written, origin in choices:
        found = iso_date(written)
        if found:
            return found, origin
    match = _URL_DATE.search(url or "")
    if match and (found := iso_date("-".join(match.groups()))):
        return found, PublishedFrom.URL
    return None, None


def _itemprop_date(page: Page) -> str | None:
    for tag in page.tags:
        if "datePublished" in tag.attributes:
            found = attributes(tag.attributes)
            return found.get("content") or found.get("datetime")
    return None


def _time(page: Page) -> str | None:
    """The earliest-standing `time` with a date; a tag that says it is an update is passed over."""
    for tag in page.tags:
        if tag.name == "time" and not re.search(r"modif|updat", tag.attributes, re.IGNORECASE):
            found = attributes(tag.attributes).get("datetime")
            if iso_date(found):
                return found
    return None


def _language(page: Page, metas: dict[str, str], linked: Linked) -> str | None:
    stated = next((attributes(tag.attributes).get("lang") for tag in page.tags if tag.name == "html"), None)
    return stated or metas.get("og:locale") or linked.language


def _byline(markup: str, page: Page, metas: dict[str, str], linked: Linked, publisher: str | None) -> tuple[str, ...]:
    """The authors: of JSON-LD, of meta tags, of the page's own credit line."""
    sources = [list(linked.authors)]
    sources += [
        [metas[name]]
        for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
        if name in metas
    ]
    sources += [[html.unescape(shown(markup, block))] for block in page.blocks if _is_credit(markup, block)][:3]
    for lines in sources:
        names = [name for credit in lines if "://" not in credit for name in author_names(html.unescape(credit))]
        names = [name for name in dict.fromkeys(names) if not publisher or name.lower() != publisher.lower()]
        if names:
            return tuple(names)
    return ()


def _is_credit(markup: str, block: Block) -> bool:
    """Whether a short block stands in an element that is called byline or author."""
    if not block.hints or sum(end - start for start, end in block.segments) > 200:
        return False
    return any(_CREDIT.search(hint) for hint in block.hints[-3:])
