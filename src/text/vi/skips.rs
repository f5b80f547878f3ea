//! The links that lead past the header, in Vietnamese.

use crate::text::SkipText;

pub(in crate::text) static SKIPS: SkipText =
    SkipText {
        target: "Đến mục tiêu", methods: "Đến cách chia", figures: "Đến số liệu năm trước"
    };
