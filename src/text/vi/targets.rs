//! The labels of every issuer's plan in Vietnamese.

use crate::model::Issuer;
use crate::text::Language::Vi as VI;
use crate::text::TargetsText;

/// The labels in Vietnamese.
pub(in crate::text) static TARGETS: TargetsText = TargetsText {
    plans: |n| format!("Các kế hoạch ({})", VI.people(n)),
    plans_of: |indicator, year| format!("Các kế hoạch {indicator} năm {year}"),
    other_years: "Kế hoạch năm khác, chỉ để đối chiếu",
    use_label: "Dùng để giao",
    issuer_label: "Bên giao",
    issuer_named: "Nơi khác…",
    issuer_name: "Tên bên giao",
    issuer,
    amount_label: "Số giao",
    amount_hint: "Số người, tỷ lệ hoặc mức tăng: 40.258 · 5,5% · 37–38% · +10%",
    scope_label: "Phạm vi tính",
    scope_in: "Tính trong tỉnh",
    scope_all: "Tính cả ngoài tỉnh",
    scope_out: "Chỉ tính ngoài tỉnh",
    decision_number: "Số quyết định",
    decision_date: "Ngày ký",
    share_label: "So với mục tiêu đang giao",
    share: |percent| format!("đạt {percent}"),
    other_scope: "khác phạm vi tính",
    unknown: "chưa tính được số người",
    remove: |plan| format!("Bỏ {plan}"),
    add: "Thêm kế hoạch",
    higher: |plan, people| {
        format!("{plan} cao hơn mục tiêu đang giao. Giao theo {people} thì đạt mọi kế hoạch cùng phạm vi.")
    },
    elsewhere_kept: |elsewhere, rest| {
        format!(
            "Mục tiêu tính cả {elsewhere} người tham gia ngoài tỉnh, giữ ở tỉnh; phần trong tỉnh là {rest}."
        )
    },
    road_map: &super::road_map::ROAD_MAP,
    elsewhere_unknown: |year| {
        format!(
            "Chưa có số người tham gia ngoài tỉnh năm {year}. Nhập số này vào ô Giữ ở tỉnh, vì không đơn vị nào tác động được."
        )
    },
};

fn issuer(issuer: &Issuer) -> &str {
    match issuer {
        Issuer::Government => "Chính phủ",
        Issuer::Vss => "BHXH Việt Nam",
        Issuer::Province => "UBND tỉnh",
        Issuer::Own => "Tự đặt",
        Issuer::Named(name) => name,
    }
}
