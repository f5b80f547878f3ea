//! Administrative units and the tree they form.

use serde::{Deserialize, Serialize};

/// Names a unit for good: it survives renames, sorting and mergers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitId(pub u32);

/// What a unit is in the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Huyện, thị xã, thành phố thuộc tỉnh (until June 2025).
    District,
    /// Xã, phường, đặc khu.
    Commune,
    /// Thôn, bản, tổ dân phố.
    Village,
    /// BHXH cơ sở: an office that manages several communes.
    Office,
    /// Anything else a target can be given to.
    Other,
}

/// One unit of the tree. The list they stand in is the document order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name for good.
    pub id: UnitId,
    /// The official code, as text: codes start with zeros.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// The name as printed.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// The unit it belongs to; none for the root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
}
