//! A scenario as a file: always plain JSON that can be read and compared, one row of the document a line.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::document::{Saved, VERSION};
use super::{SaveError, load};
use crate::model::Scenario;

/// The extension of the files.
pub const EXTENSION: &str = "json";
/// Larger files are not read, in bytes: the whole nation's communes take about one million.
pub const MOST_BYTES: u64 = 32_000_000;

/// Why a file cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Of a kind this page does not write.
    #[error(".{extension} files are not scenarios")]
    OtherType {
        /// What its name ends in, without the dot; empty where there is none.
        extension: String,
    },
    /// Larger than any scenario.
    #[error("{bytes} bytes are more than {MOST_BYTES}")]
    TooLarge {
        /// How large it is.
        bytes: u64,
    },
    /// The browser did not hand it over: moved or locked meanwhile, perhaps.
    #[error("the browser did not hand the file over")]
    NotHandedOver,
    /// What is in it cannot be used.
    #[error(transparent)]
    Content(#[from] SaveError),
}

/// Whether a file may be a scenario, before it is read.
///
/// # Errors
/// [`FileError::OtherType`] or [`FileError::TooLarge`].
pub fn check_file(name: &str, bytes: u64) -> Result<(), FileError> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if !extension.eq_ignore_ascii_case(EXTENSION) {
        return Err(FileError::OtherType { extension: extension.to_lowercase() });
    }
    if bytes > MOST_BYTES { Err(FileError::TooLarge { bytes }) } else { Ok(()) }
}

/// The scenario as the text of a file, of the current version.
///
/// # Errors
/// Serialisation's own errors, which no scenario causes.
pub fn to_file(scenario: &Scenario) -> Result<String, SaveError> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, RowsApart::default());
    Saved { version: VERSION, scenario }.serialize(&mut serializer)?;
    bytes.push(b'\n');
    String::from_utf8(bytes).map_err(|error| serde_json::Error::io(io::Error::other(error)).into())
}

/// Reads the text of a file of any version ever released.
///
/// # Errors
/// [`SaveError`].
pub fn from_file(text: &str) -> Result<Scenario, SaveError> {
    // Editors on Windows put a mark in front.
    load(text.trim_start_matches('\u{feff}'))
}

/// So many levels stand on lines of their own: the file, the scenario, the rows of its lists.
const LEVELS: usize = 3;

/// Writes JSON with every row of the document's lists on one line.
#[derive(Default)]
struct RowsApart {
    level: usize,
    has_value: bool,
}

impl RowsApart {
    fn open<W: io::Write + ?Sized>(&mut self, writer: &mut W, mark: &[u8]) -> io::Result<()> {
        self.level += 1;
        self.has_value = false;
        writer.write_all(mark)
    }

    fn close<W: io::Write + ?Sized>(&mut self, writer: &mut W, mark: &[u8]) -> io::Result<()> {
        let apart = self.level <= LEVELS && self.has_value;
        self.level = self.level.saturating_sub(1);
        if apart {
            self.line(writer)?;
        }
        writer.write_all(mark)
    }

    fn next<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        match (self.level <= LEVELS, first) {
            (true, _) => self.line(writer),
            (false, true) => Ok(()),
            (false, false) => writer.write_all(b" "),
        }
    }

    fn line<W: io::Write + ?Sized>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.level).try_for_each(|_| writer.write_all(b" "))
    }
}

impl Formatter for RowsApart {
    fn begin_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.next(writer, first)
    }

    fn end_array_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: io::Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.next(writer, first)
    }

    fn begin_object_value<W: io::Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: io::Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}
