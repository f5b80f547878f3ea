//! The links that lead past the header, in English.

use crate::text::SkipText;

pub(in crate::text) static SKIPS: SkipText = SkipText {
    target: "Skip to the target",
    methods: "Skip to the methods",
    figures: "Skip to last year's figures",
};
