//! The links that lead past the header.

/// Where the first stops of the Tab key lead to, beside the table.
#[derive(Debug)]
pub struct SkipText {
    /// The field of the target.
    pub target: &'static str,
    /// The choice of a method.
    pub methods: &'static str,
    /// The column of last year's results, in Số liệu.
    pub figures: &'static str,
}
