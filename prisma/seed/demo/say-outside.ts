import { compile } from "@/prisma/seed/demo/grammar";

export const GARDEN = compile(`
  Outside, {deck} looks over {yard} and {tree}.
  The garden has {tree}, {yard} and a tap where you want it.
  {deck} is made for {dinner}, with {tree} for shade.
  {tree} and {yard} make the garden a place to be {season}.
  A gate beside {yard} opens to the lane.
  Native planting needs little water, and {tree} even less.
  {deck} faces north and catches {light}.
  The garden was planted for birds, with {tree} at its centre.
  The clothesline turns in the sun, and {tree} keeps the wind off.
  {deck} steps down to {yard}.
  Someone has composted here for twenty years, and {tree} shows it.
  Beyond {deck} are {yard} and {tree}.
`);

export const BALCONY = compile(`
  The balcony takes in {view} and is deep enough for a table.
  Glass doors open to a balcony with {light}.
  From the balcony you see {view}; from the bedroom, {tree}.
  A winter garden turns the balcony into a room {season}.
  The building is small and {calm}, with few neighbours and a shared garden.
  There is a storage cage and a bicycle room downstairs.
  Residents share a rooftop with a long table and a view of {view}.
  The block is brick, solid and well run, with {tree} at the door.
  Facing away from the street, it is {calm} {season}.
  A shared courtyard with {tree} comes as a surprise.
  The balcony catches {breeze} and is made for {dinner}.
  Secure entry, good neighbours and {clever}.
  Herbs do well on the balcony, which gets {light}.
  The neighbours upstairs are quiet, and the walls are thick.
  The entry was painted this year, and {tree} stands by the letterboxes.
  The building is looked after, and so is {tree} in front of it.
`);

export const PADDOCK = compile(`
  The land has {soil}, {water} and {stock}.
  There are {water}, {stock} and fences that hold.
  {area} of {soil}, part pasture and part bush, with {water}.
  Paddocks run down to {water}, with {stock} by the gate.
  A track leads past {stock} to a rise with a view of {view}.
  {deck} looks over the paddocks to {view}.
  It has carried cattle for years and would suit horses, vines or trees.
  {water} and {soil} make it a place to grow things.
  Old gums shade {stock}; the rest is open pasture.
  The house yard is fenced from the paddocks, with {tree} and {yard}.
  There is power at {stock} and water in every paddock.
  Two gates, a good road and {area} to call your own.
`);

export const LAND_DETAIL = compile(`
  Power, water, sewer and fibre are at the boundary.
  The fall of the land suits a split level with a view of {view} from the upper floor.
  A soil test and a survey are available on request.
  The frontage is wide enough for a garage and a garden.
  There are no easements across the building area.
  {tree} at the rear boundary would stay.
  The neighbours have built well, and left {light} alone.
  The block drains to the street and has {soil}.
  Crossover and footpath are in place.
  It looks towards {view}.
  Ask for the plan of subdivision and the section of the contract on covenants.
  The site is fenced on three sides.
`);

export const GARDEN_LARGE = compile(`
  Side access leads past {yard}, with room for a boat or a studio.
  There is room for a pool beyond {yard}.
  A workshop stands behind {tree}.
  Out the back are {yard} and {tree}, fenced for dogs and small children.
`);
