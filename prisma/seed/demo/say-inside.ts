import { compile } from "@/prisma/seed/demo/grammar";

export const INSIDE = compile(`
  Inside are {rooms}, {floor} and {ceiling}.
  {rooms} are set apart from the living rooms, so that some can sleep while others talk.
  The living room has {floor} and looks out to {view}.
  There is space for a desk by the window, and for books along one wall.
  Built-in robes keep {rooms} free of clutter.
  {floor} run through the living rooms, with wool carpet in the bedrooms.
  {warmth} and {breeze} keep it comfortable {season}.
  Tall windows catch {light} and frame {tree}.
  The rooms are of a size that takes real furniture.
  There is a place for the bicycle, the coats and the wet umbrella.
  One corner has been a study for years and still smells of paper.
  Curtains, shelves and good light switches are all where they should be.
  {rooms} share {light} and a view of {view}.
  The doors are solid, the handles are brass and nothing squeaks.
`);

export const INSIDE_GROUND = compile(`
  A second sitting room becomes a study, a playroom or a guest room as needed.
  {ceiling} make the hall feel wider than it is.
  The plan is simple: {rooms} at the front, and living at the back where {light} comes in.
  Doors fold back so that inside and outside become one {season}.
  Original details stay where they are good; the wiring and the plumbing are new.
  A wide hall leads past {rooms} to the heart of the home.
  Boots come off in a mudroom by the side door.
  A bay window in the sitting room is deep enough to read in.
  The hall has a cupboard for every season.
  One room at the end of the house has its own door, for work or for guests.
`);

export const INSIDE_ENSUITE = compile(`
  The main bedroom has its own bathroom and a robe with room for two.
  A second bathroom takes the edge off school mornings.
  Two bathrooms have been tiled by someone who cared.
  The main bedroom is at the quiet end, with its own bathroom.
`);

export const INSIDE_SMALL = compile(`
  It is small and wastes nothing: a place to sleep, a place to sit and {store}.
  {floor} and {ceiling} make a modest plan feel generous.
  One wall is all cupboards, which leaves the rest to you.
  The bed has an alcove of its own, out of sight of the table.
  {light} crosses the room from one side to the other.
  There is space for a desk, a table and a good chair.
  {warmth} and {clever} make it cheap to run.
  Tall windows and {floor} do most of the work.
  Everything is within reach, and nothing is in the way.
  The plan has been tried for years, and it works.
  A sliding wall closes off the bedroom when friends stay late.
  The bathroom is new, and the rest is {fresh}.
`);

export const KITCHEN = compile(`
  The kitchen has {bench}, {cooking} and {store}.
  Cooks get {cooking}, {bench} and a view of {view}.
  {bench} and {store} make the kitchen a place to linger.
  The kitchen was renewed with {bench} and {cooking}; the bathroom, in handmade tiles.
  Those who buy in bulk get {store}; those who bake, {bench}.
  A well-planned kitchen in the middle of things has {cooking} and room for two cooks.
  The bathroom keeps its deep bath; the kitchen gains {cooking}.
  Breakfast at {bench}, dinner at a table for ten.
  The kitchen is modest and works, with {store} for the rest.
  With {cooking} and {store}, the kitchen is up to {dinner}.
  The laundry is a proper room, and the kitchen has {bench}.
  Sea-green tiles and {bench} give the kitchen its colour.
  The kitchen window is over the sink, where it should be, with {bench} beside it.
  The serious cook gets {cooking}; the rest of the house, a dishwasher.
  Somebody measured twice: {bench}, {cooking} and no wasted corner.
  {cooking}, {bench} and a table for six share the best of {light}.
`);

export const DETAIL = compile(`
  {clever} and {warmth} keep the bills down.
  Recent work: {clever}, new taps and fresh paint.
  The owners added {clever}, and kept the receipts.
  {warmth} sees to July, and {breeze} to January.
  Storage is generous, with cupboards to the ceiling.
  It has been lived in kindly and kept in order.
  Building and pest reports are available.
  {clever} came with the last renovation.
  Everything that moves has been oiled, and everything that leaked has been mended.
  The street is wide, and parking is never a search.
  Blinds, screens and {warmth} stay.
`);

export const DETAIL_PARKING = compile(`
  The parking is under cover and off the street.
  The car stands under cover, with a tap and a power point beside it.
  There is a lock-up for the car and a shelf for the tools.
`);
