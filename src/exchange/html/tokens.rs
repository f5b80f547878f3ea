//! HTML cut into tags and text.

use super::spans::Span;

/// A piece of HTML; names of tags are in lower case where they are names this reading knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<td …>`
    Open(Tag<'a>),
    /// `</td>`
    Close(&'a str),
    /// What stands between tags, with its entities.
    Text(&'a str),
}

/// An opening tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) span: Span,
    /// `display: none`.
    pub(super) is_hidden: bool,
}

/// The names that mean something here; all others are passed over.
const KNOWN: [&str; 14] =
    ["table", "tr", "td", "th", "br", "p", "div", "li", "ul", "ol", "hr", "h1", "h2", "h3"];
/// Elements whose content is no text to read.
const UNREAD: [&str; 6] = ["style", "script", "title", "xml", "template", "noscript"];

/// The pieces of an HTML text, in order.
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html }
    }

    /// Takes everything up to `end` and `end` itself; all that is left where there is none.
    fn pass(&mut self, end: &str) {
        self.rest = self.rest.split_once(end).map_or("", |(_, behind)| behind);
    }

    /// Takes the content of an element that is not read, up to its closing tag.
    fn pass_element(&mut self, name: &str) {
        while let Some(at) = self.rest.find("</") {
            self.rest = &self.rest[at + 2..];
            if starts_with_name(self.rest, name) {
                return self.pass(">");
            }
        }
        self.rest = "";
    }

    fn tag(&mut self) -> Option<Token<'a>> {
        let (is_closing, behind) = match self.rest[1..].strip_prefix('/') {
            Some(behind) => (true, behind),
            None => (false, &self.rest[1..]),
        };
        let length = behind.find(|c: char| !is_of_name(c)).unwrap_or(behind.len());
        let (name, attributes) = behind.split_at(length);
        let mut attributes = Attributes { rest: attributes };
        let (mut span, mut is_hidden) = (Span::ONE, false);
        for (key, value) in attributes.by_ref() {
            let count = || value.trim().parse().unwrap_or(1);
            match key {
                _ if key.eq_ignore_ascii_case("colspan") => span.columns = count(),
                _ if key.eq_ignore_ascii_case("rowspan") => span.rows = count(),
                _ if key.eq_ignore_ascii_case("style") => is_hidden = hides(value),
                _ => {}
            }
        }
        self.rest = attributes.rest;
        let is = |known: &&&str| name.eq_ignore_ascii_case(known);
        if !is_closing && let Some(unread) = UNREAD.iter().find(is) {
            self.pass_element(unread);
            return None;
        }
        let name = *KNOWN.iter().find(is)?;
        Some(if is_closing { Token::Close(name) } else { Token::Open(Tag { name, span, is_hidden }) })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            if self.rest.starts_with("<!--") {
                self.pass("-->");
            } else if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                self.pass(">");
            } else if begins_tag(self.rest) {
                if let Some(token) = self.tag() {
                    return Some(token);
                }
            } else {
                // A “<” that begins no tag is text.
                let first = self.rest.chars().next().map_or(1, char::len_utf8);
                let length = self.rest[first..].find('<').map_or(self.rest.len(), |at| at + first);
                let (text, rest) = self.rest.split_at(length);
                self.rest = rest;
                return Some(Token::Text(text));
            }
        }
        None
    }
}

fn begins_tag(text: &str) -> bool {
    let behind = text.strip_prefix("</").or_else(|| text.strip_prefix('<'));
    behind.is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_')
}

fn starts_with_name(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

fn hides(style: &str) -> bool {
    let plain: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    plain.to_ascii_lowercase().contains("display:none")
}

/// The attributes of a tag; behind them `rest` is what follows its `>`.
struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(behind) = self.rest.strip_prefix('>') {
            self.rest = behind;
            return None;
        }
        let is_end = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/');
        // An equals sign in front of a name is part of it, so that every step takes something.
        let first = self.rest.chars().next()?.len_utf8();
        let length = self.rest[first..].find(is_end).map_or(self.rest.len(), |at| at + first);
        let (key, behind) = self.rest.split_at(length);
        let Some(value) = behind.trim_start().strip_prefix('=') else {
            self.rest = behind;
            return Some((key, ""));
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, rest) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => {
                value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len()))
            }
        };
        self.rest = rest;
        Some((key, value))
    }
}
