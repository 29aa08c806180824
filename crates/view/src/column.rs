//! Columns: what a value is, where it comes from, and how it is shown.

use catalog::Kind;

use crate::text::Text;

/// A column of a catalog.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in links and queries. It never changes once a link can hold it.
    pub key: &'static str,
    /// Its header.
    pub label: Text,
    /// Where its values come from.
    pub source: Source,
    /// What its values are.
    pub format: Format,
    /// Which places its values are the ids of, if they are: people call those by names.
    pub(crate) place: Option<Place>,
    /// Its width in the table, in pixels.
    pub width: u16,
    /// Whether the table shows it before the reader chooses columns. The detail shows all.
    pub shown: bool,
    /// Whether a text without room for all of it loses its middle: its end tells it from others as much as its start does.
    pub keeps_end: bool,
}

/// Where a column's values come from.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// A field of the answer's row, by its name on the wire.
    Answer(&'static str),
    /// A part of a text field of the answer's row.
    Part(&'static str, fn(&str) -> &str),
    /// A parameter of the request, stamped on the rows because answers do not carry it.
    Request(&'static str),
}

/// What a column's values are, and with that how they are shown and sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Free text.
    Text,
    /// Sentences: what somebody wrote about it, or a list of software.
    Prose,
    /// An identifier, to be copied.
    Id,
    /// One of a few known words; others are shown as they are.
    Word(&'static [Word]),
    /// Several texts; known ones have names.
    Tags(&'static [Word]),
    /// Yes or no.
    Flag,
    /// A size in GB. 1 GB is 1024 MB.
    Gigabytes,
    /// A size in MB. It is shown in GB from one GB on.
    Megabytes,
    /// How many.
    Count,
    /// How long, in hours.
    Hours,
    /// Yuan per GPU per hour. 0 is free.
    YuanPerHour,
    /// A moment.
    Time,
    /// The day that something ends.
    Deadline,
    /// A web address. It becomes a link only if it is `https:`.
    Address,
    /// The address of a picture. It is loaded only if the reader allows it.
    Picture,
}

/// A kind of place that has a name besides its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A region.
    Region,
    /// A zone, which goes by the name of its region.
    Zone,
}

/// A known value with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The value on the wire. Values compare without case, since the service varies it.
    pub value: &'static str,
    /// What people call it.
    pub name: Text,
    /// What it means for the reader.
    pub tone: Tone,
}

/// What a value means for the reader. A colour never stands alone: the word is beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Plain,
    /// Ready to use.
    Good,
    /// Under way, or soon over.
    Wait,
    /// Not to be used.
    Bad,
}

/// The answers of a flag, by the texts that stand for them.
pub(crate) const YES_NO: &[Word] =
    &[Word::plain("true", "Yes", "是"), Word::plain("false", "No", "否")];

/// Columns are one of a kind within their catalog, and are not compared beyond it.
impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        (self.key, self.api_name()) == (other.key, other.api_name())
    }
}

impl Eq for Column {}

impl Column {
    /// The region that a row was asked for in: answers do not say it.
    pub(crate) const REGION: Self =
        Self::new("region", Text::new("Region", "地域"), "Region", Format::Id, 104)
            .from(Source::Request("Region"))
            .of(Place::Region);

    /// The zone that a row lies in.
    pub(crate) const ZONE: Self =
        Self::new("zone", Text::new("Zone", "可用区"), "Zone", Format::Id, 116).of(Place::Zone);

    /// The project that a row was asked for in, if one was chosen: answers do not say it.
    pub(crate) const PROJECT: Self =
        Self::new("project", Text::new("Project", "项目"), "ProjectId", Format::Id, 0)
            .from(Source::Request("ProjectId"));

    /// A column of a field of the answer. With a width of 0 it is shown in the detail only, until the reader chooses otherwise.
    pub(crate) const fn new(
        key: &'static str,
        label: Text,
        field: &'static str,
        format: Format,
        width: u16,
    ) -> Self {
        let source = Source::Answer(field);
        let shown = width > 0;
        let keeps_end = matches!(format, Format::Id);
        Self { key, label, source, format, place: None, width, shown, keeps_end }
    }

    /// The same column with its values from elsewhere.
    pub(crate) const fn from(self, source: Source) -> Self {
        Self { source, ..self }
    }

    /// The same column, whose texts lose their middle before they lose their end.
    pub(crate) const fn keeping_end(self) -> Self {
        Self { keeps_end: true, ..self }
    }

    /// The same column with ids of places.
    const fn of(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// What the engine keeps for it.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.format {
            Format::Text
            | Format::Prose
            | Format::Id
            | Format::Word(_)
            | Format::Address
            | Format::Picture => Kind::Text,
            Format::Tags(_) => Kind::Tags,
            Format::Flag => Kind::Flag,
            Format::Gigabytes
            | Format::Megabytes
            | Format::Count
            | Format::Hours
            | Format::YuanPerHour => Kind::Number,
            Format::Time | Format::Deadline => Kind::Time,
        }
    }

    /// The known values; none where all may be new.
    #[must_use]
    pub fn words(&self) -> &'static [Word] {
        match self.format {
            Format::Word(words) | Format::Tags(words) => words,
            Format::Flag => YES_NO,
            _ => &[],
        }
    }

    /// Whether values line up at their end, as numbers do.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.kind() == Kind::Number
    }

    /// The field's name in the API.
    #[must_use]
    pub fn api_name(&self) -> &'static str {
        match self.source {
            Source::Answer(name) | Source::Part(name, _) | Source::Request(name) => name,
        }
    }
}

impl Word {
    /// A value without a meaning of its own.
    #[must_use]
    pub const fn plain(value: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self { value, name: Text::new(en, zh), tone: Tone::Plain }
    }

    /// A value with a meaning.
    #[must_use]
    pub const fn toned(
        value: &'static str,
        en: &'static str,
        zh: &'static str,
        tone: Tone,
    ) -> Self {
        Self { value, name: Text::new(en, zh), tone }
    }

    /// The word for a value.
    #[must_use]
    pub fn find(words: &'static [Self], value: &str) -> Option<&'static Self> {
        words.iter().find(|it| it.value.eq_ignore_ascii_case(value))
    }
}
