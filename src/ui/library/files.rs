//! Files in and out. A file that is opened never writes over what is here already.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use super::acts::{self, say};
use super::said::{Said, WayOn, focus_way_on};
use super::shelf::Shelf;
use crate::library::{file_name, free_name};
use crate::model::{Origin, Scenario, ScenarioId};
use crate::save::{self, FileError};
use crate::text::{self, Why, text};
use crate::ui::access::Access;
use crate::ui::keep;
use crate::ui::state::AppState;
use crate::ui::{browser, keep_list};

/// Hands a scenario to the reader as a file, and remembers when.
pub fn take_file(state: AppState, id: &ScenarioId) {
    if acts::is_on_screen(state, id) {
        keep::write_unsaved(state);
    }
    let Some((name, text)) = written_out(state, id) else { return };
    if browser::download(&file_name(&name, browser::today()), &text).is_ok() {
        keep_list::file_taken(id);
        state.list_again();
    }
}

/// A scenario's name and the text of its file. What this page cannot read, or not all of it, goes out as it is.
fn written_out(state: AppState, id: &ScenarioId) -> Option<(String, String)> {
    let is_newer =
        acts::is_on_screen(state, id) && state.access.get_untracked() == Access::ReadOnly(Why::Newer);
    let document = acts::document(state, id).filter(|_| !is_newer);
    let file = document.and_then(|scenario| Some((scenario.name.clone(), save::to_file(&scenario).ok()?)));
    file.or_else(|| Some((id.0.clone(), keep_list::stored(id)?)))
}

/// Opens files, one after the other. A single one is shown at once, unless there is something to say about it first.
pub fn open_files(shelf: Shelf, files: FileList) {
    let files: Vec<File> = (0..files.length()).filter_map(|place| files.get(place)).collect();
    spawn_local(async move {
        let mut said = Vec::new();
        let is_only = files.len() == 1;
        for file in files {
            let name = file.name();
            match read(&file).await {
                Ok(scenario) if is_only => return show(shelf, scenario, name),
                Ok(scenario) => said.push(add(shelf, scenario, name)),
                Err(error) => {
                    said.push(Said::refused(move |language| {
                        let message = text::file_error(&error, &name, language);
                        format!("{} {}", message.what, message.fix)
                    }));
                }
            }
        }
        shelf.state.list_again();
        shelf.said.set(said);
    });
}

async fn read(file: &File) -> Result<Scenario, FileError> {
    // Sizes are whole and far below what 64-bit floating point holds exactly.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let bytes = file.size() as u64;
    save::check_file(&file.name(), bytes)?;
    let text = JsFuture::from(file.text()).await.map_err(|_| FileError::NotHandedOver)?;
    let text = text.as_string().ok_or(FileError::NotHandedOver)?;
    Ok(save::from_file(&text)?)
}

/// The scenario under an id and a name that nothing here has; whether its own id was taken.
fn as_own(shelf: Shelf, scenario: Scenario) -> (Scenario, bool) {
    let id = keep_list::free_id(&scenario.id);
    let is_copy = id != scenario.id;
    let name = free_name(&scenario.name, &shelf.other_names(&id));
    (Scenario { id, name, origin: Origin::Own, ..scenario }, is_copy)
}

/// Puts the scenario of a file on screen; kept from now on, or in memory where storage does not take it.
fn show(shelf: Shelf, scenario: Scenario, file: String) {
    let (scenario, is_copy) = as_own(shelf, scenario);
    let (id, name) = (scenario.id.clone(), scenario.name.clone());
    if !shelf.state.take(scenario) {
        return;
    }
    let kept = keep::write_unsaved(shelf.state);
    shelf.state.list_again();
    if is_copy || !kept {
        say(shelf, opened(&file, &name, is_copy).and(WayOn::Open(id)));
        focus_way_on();
    } else {
        let language = shelf.state.language.get_untracked();
        shelf.said.set(Vec::new());
        shelf.state.spoken.set((text(language).library.file_opened)(&file, &name));
        acts::show_plan(shelf.state);
    }
}

/// Adds the scenario of one file among several.
fn add(shelf: Shelf, scenario: Scenario, file: String) -> Said {
    let (scenario, is_copy) = as_own(shelf, scenario);
    let (id, name) = (scenario.id.clone(), scenario.name.clone());
    let outcome = keep_list::add(scenario);
    shelf.state.list_again();
    match outcome {
        Ok(()) => opened(&file, &name, is_copy).and(WayOn::Open(id)),
        Err(trouble) => Said::storage(trouble),
    }
}

fn opened(file: &str, name: &str, is_copy: bool) -> Said {
    let (file, name) = (file.to_owned(), name.to_owned());
    Said::done(move |language| {
        let words = text(language).library;
        if is_copy { (words.file_copied)(&file, &name) } else { (words.file_opened)(&file, &name) }
    })
}
