//! The reconciliation bar: target = given + kept + remaining, in words first.

use std::sync::Arc;

use leptos::prelude::*;

use super::typed_field::{Refusal, unreadable};
use super::{Icon, Shape, TypedField};
use crate::calc::NodePlan;
use crate::edit::Edit;
use crate::layout::{Segment, SegmentKind, segments};
use crate::text::{self, Language, parse_count};
use crate::ui::chart::count_px;
use crate::ui::state::AppState;

/// The reconciliation bar.
#[component]
pub fn ReconciliationBar() -> impl IntoView {
    let state = expect_context::<AppState>();
    let bar = state.follow_plan(|node| {
        let split = node.given_by_method();
        let target = node.target.unwrap_or(0);
        segments(count_px(node.locked), count_px(split), count_px(node.kept), count_px(target))
    });
    let line = state.follow_words(|node, _, language| line(node, language));
    let balanced = state.follow_plan(NodePlan::is_balanced);
    let status = state.follow_words(|node, _, language| text::status(node, language));
    let parts = state.follow_words(|node, _, language| parts(node, language));
    view! {
        <section class="recon" data-balanced=move || balanced.get().to_string() aria-label=move || state.text().recon_label>
            <svg class="recon__bar" width="100%" height="14" aria-hidden="true">
                <defs>
                    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <rect class="recon__hatch-ground" width="6" height="6" />
                        <rect class="recon__hatch-line" width="2" height="6" />
                    </pattern>
                </defs>
                {move || bar.get().0.into_iter().map(segment).collect_view()}
                <line
                    class="recon__tick"
                    x1=move || format!("{:.2}%", bar.get().1)
                    x2=move || format!("{:.2}%", bar.get().1)
                    y1="0"
                    y2="14"
                />
            </svg>
            <div class="recon__words">
                <span class="recon__status" title=line>
                    {move || view! { <Icon shape=if balanced.get() { Shape::Check } else { Shape::Warning } /> }}
                    <strong>{status}</strong>
                </span>
                <ul class="recon__parts">
                    {move || parts.get().into_iter().map(|(kind, words)| view! {
                        <li data-kind=kind_name(kind)>{words}</li>
                    }).collect_view()}
                </ul>
                <KeptField />
            </div>
            <p class="spoken">{line}</p>
        </section>
    }
}

fn segment(segment: Segment) -> impl IntoView {
    view! {
        <rect
            class="recon__segment"
            data-kind=kind_name(segment.kind)
            x=format!("{:.3}%", segment.from)
            width=format!("{:.3}%", segment.width)
            height="14"
        />
    }
}

fn kind_name(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Locked => "locked",
        SegmentKind::Split => "split",
        SegmentKind::Kept => "kept",
        SegmentKind::Remaining => "remaining",
        SegmentKind::Over => "over",
    }
}

fn line(node: &NodePlan, language: Language) -> String {
    let text = text::text(language);
    let target = node.target.map(|target| language.people(target)).unwrap_or_default();
    let (given, kept) = (language.people(node.given), language.people(node.kept));
    (text.recon_line)(&target, &given, &kept, &language.people(node.remaining))
}

/// The parts worth naming: what is split and what remains always, the others where there are any.
fn parts(node: &NodePlan, language: Language) -> Vec<(SegmentKind, String)> {
    let text = text::text(language);
    let split = language.people(node.given_by_method());
    let mut parts = vec![(SegmentKind::Split, (text.recon_by_method)(&split))];
    parts.push((SegmentKind::Locked, (text.recon_locked)(&language.people(node.locked))));
    if node.remaining >= 0 {
        parts.push((SegmentKind::Remaining, (text.recon_remaining)(&language.people(node.remaining))));
    } else {
        parts.push((SegmentKind::Over, (text.recon_over)(&language.people(node.remaining.unsigned_abs()))));
    }
    parts
}

/// People kept at the province.
#[component]
fn KeptField() -> impl IntoView {
    let state = expect_context::<AppState>();
    let kept = state.follow_words(|node, _, language| language.people(node.kept));
    let enter = move |words: &str| {
        let count = if words.trim().is_empty() { Ok(0) } else { parse_count(words) };
        let kept = count.map_err(|wrong| unreadable(wrong, kept.get_untracked()))?;
        if let Some(target) = state.with_plan(|node| node.target).filter(|&target| kept > target) {
            return Err(Arc::new(move |language| {
                state.with_draft(|draft| text::kept_too_large(kept, target, draft.scenario(), language))
            }) as Refusal);
        }
        state.dispatch(Edit::SetKept { slot: state.slot_now(), node: state.node_now(), kept });
        Ok(())
    };
    let label = Signal::derive(move || state.text().kept_label.to_owned());
    view! { <TypedField id="kept" label value=kept enter keyboard="decimal" /> }
}
