//! Icons, drawn inline: the fonts lack them, and every status carries one beside its word.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Undo,
    Redo,
    Check,
    Warning,
    Note,
    Lock,
    Pin,
    Close,
    Contrast,
    Right,
    Down,
    Ascending,
    Descending,
    Search,
    Plus,
    Share,
    List,
}

impl Shape {
    /// Its outline in a 16 × 16 box, drawn with a line of 1.6.
    fn outline(self) -> &'static str {
        match self {
            Self::Undo => "M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6",
            Self::Redo => "M10 3l3.500 3.500L10 10M13 6.500H7a4 4 0 0 0 0 8h3",
            Self::Check => "M2.500 8.500l3.500 3.500 7.500-8",
            Self::Warning => "M8 2 1.500 13.500h13zM8 6.500v3.500M8 12v.2",
            Self::Note => {
                "M8 1.800a6.200 6.200 0 1 0 0 12.400A6.200 6.200 0 0 0 8 1.800M8 7.300v4M8 4.700v.2"
            }
            Self::Lock => "M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500",
            Self::Pin => {
                "M8 3.200a4.800 4.800 0 1 0 0 9.600 4.800 4.800 0 0 0 0-9.600M8 .8v4M8 11.200v4M.8 8h4M11.200 8h4"
            }
            Self::Close => "M3.500 3.500l9 9M12.500 3.500l-9 9",
            Self::Right => "M6 3.500 10.500 8 6 12.500",
            Self::Down => "M3.500 6 8 10.500 12.500 6",
            Self::Ascending => "M8 13V3.500M4.500 7 8 3.500 11.500 7",
            Self::Descending => "M8 3v9.500M4.500 9 8 12.500 11.500 9",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Share => "M8 10V2.500M5 5l3-3 3 3M3 8.500v5h10v-5",
            Self::List => "M2.500 4h1M6 4h7.500M2.500 8h1M6 8h7.500M2.500 12h1M6 12h7.500",
            Self::Search => "M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9M10.300 10.300l3.700 3.700",
            Self::Contrast => {
                "M8 1.800a6.200 6.200 0 1 0 0 12.400A6.200 6.200 0 0 0 8 1.800M8 2v12M10 3v10M12 4.500v7"
            }
        }
    }
}

/// An icon beside a word; it says nothing to a screen reader that the word does not.
#[component]
pub fn Icon(shape: Shape) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
                d=shape.outline()
                fill="none"
                stroke="currentColor"
                stroke-width="1.6"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}
