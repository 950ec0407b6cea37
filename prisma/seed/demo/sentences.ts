import { compile } from "@/prisma/seed/demo/grammar";

// Numbers that five does not divide, above ten: see turnThrough.
export const HOME_HEADLINES = compile(`
  A {good} {noun} in {calm} {place}
  {light} and {breeze} in {place}
  {rooms}, one {calm} street and {tree}
  {fresh} {noun}, ready to live in
  The {noun} with {deck}
  Room to breathe in {place}
  {floor} and {ceiling} in {place}
  Close to {shop}, closer to {green}
  A {noun} for {dinner}
  {good} bones, {calm} street
  Where {place} slows down
  Walk to {shop} and {ride}
  {rooms} and {light} {season}
  A {fresh} {noun} near {green}
  Made for {who}
  {place}, at its most {calm}
  Easy living in a {good} {noun}
  Turn the key, put the kettle on
  Looking over {view}
  A {good} start in {place}
  {noun} life without the upkeep
  Something {good} near {learn}
  {bench}, {cooking} and a view of {view}
  The {calm} side of {place}
`);

export const LAND_HEADLINES = compile(`
  A {block} block in {place}
  {area} to build on in {place}
  Room for the house that you have drawn
  Start from the ground in {place}
  A {calm} street, a {block} block
  {area}, {block} and titled
  Bring your architect to {place}
  The last {block} block of its street
  Build near {green}
  {area} close to {learn}
  Your own ground in {place}
  A {block} site with {light}
`);

export const HOME_OPENINGS = compile(`
  On a {calm} street in {place}, this {good} {noun} makes the most of {light} {season}.
  This {fresh} {noun} sits {walk} from {shop}, in a {calm} part of {place}.
  There is something {good} about this {place} {noun}: {floor}, {ceiling} and room for {dinner}.
  Behind a {calm} facade in {place} is a {noun} that opens up to {light}.
  If you have been waiting for {rooms} in {place}, this {fresh} {noun} answers well.
  A {noun} for {who}, {walk} from {green} and {learn}.
  {light} reaches nearly every room of this {good} {noun} in {place}.
  Few {place} homes come with {floor} and {tree}; this {noun} has both.
  Held by one owner for years, this {good} {noun} is ready for {who}.
  Come for {light}, stay for {deck}: a {fresh} {noun} in {calm} {place}.
  With {rooms} and a plan that works, this is {place} at its most {calm}.
  From the front gate to the back step, this {noun} is {good} and {fresh}.
  Part of a {calm} pocket of {place}, the {noun} looks to {view}.
  Here is a {noun} that is easy to heat, easy to cool and easy to love.
  The first thing that you notice is {light}; the second is how {calm} it is.
  {who} will see at once what this {place} {noun} can do.
  Set back from the street behind {tree}, this {noun} keeps its distance and its charm.
  Everything here has been considered, from {floor} to {clever}.
  A {good} plan, {ceiling} and {breeze}: this {noun} suits the {place} weather.
  This is a {noun} to walk into and unpack.
  {place} does not offer many homes like this {good}, {fresh} {noun}.
  Simple, {good} and {fresh}, this {noun} asks for little and gives a lot.
  Between {green} and {shop}, this {noun} has found one of the {calm} spots of {place}.
  Mornings begin with {light} in this {good} {place} {noun}.
`);

export const LAND_OPENINGS = compile(`
  A {block} block of {area} in a {calm} part of {place}.
  Here is {area} of {place} with {soil} and nothing in the way.
  Titled and ready, this {block} block measures {area}.
  If the right house does not exist yet, here is {area} on which to build it.
  This {block} site takes in {view} and keeps {light} {season}.
  Set among established homes in {place}, {area} waits for a plan.
  With {soil} and {breeze}, this block is a {good} place to begin.
  {area}, services at the boundary, {walk} from {green}.
  On the {calm} edge of {place} lies a {block} block of {area}.
  A rare chance to build in this street: {area}, {block} and clear.
  {who} will find room here: {area} in {place}.
  Draw the house first: this {block} block of {area} will take most plans.
`);

export const INSIDE = compile(`
  Inside are {rooms}, {floor} and {ceiling}.
  {rooms} are set apart from the living rooms, so that some can sleep while others talk.
  The living room has {floor} and looks out to {view}.
  A second sitting room becomes a study, a playroom or a guest room as needed.
  {ceiling} make the hall feel wider than it is.
  The plan is simple: {rooms} at the front, and living at the back where {light} comes in.
  There is space for a desk by the window, and for books along one wall.
  The main bedroom has its own bathroom and a robe with room for two.
  Built-in robes keep {rooms} free of clutter.
  Doors fold back so that inside and outside become one {season}.
  {floor} run through the living rooms, with wool carpet in the bedrooms.
  Original details stay where they are good; the wiring and the plumbing are new.
  {warmth} and {breeze} keep it comfortable {season}.
  Tall windows catch {light} and frame {tree}.
  The rooms are of a size that takes real furniture.
  A wide hall leads past {rooms} to the heart of the home.
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
  There is {store} for those who buy in bulk, and {bench} for those who bake.
  A {good} kitchen in the middle of things has {cooking} and room for two cooks.
  The bathroom keeps its deep bath; the kitchen gains {cooking}.
  Breakfast at {bench}, dinner at a table for ten.
  The kitchen is modest, {fresh} and works; {store} hides the rest.
  With {cooking} and {store}, the kitchen is up to {dinner}.
  The laundry is a proper room, and the kitchen has {bench}.
  Tiles in sea green and {bench} set the tone in the kitchen.
`);

export const GARDEN = compile(`
  Outside, {deck} looks over {yard} and {tree}.
  The garden has {tree}, {yard} and a tap where you want it.
  {deck} is made for {dinner}, with {tree} for shade.
  Out the back are {yard} and {tree}, fenced for dogs and small children.
  Side access leads to {yard}, with room for a boat or a studio.
  {tree} and {yard} make the garden a place to be {season}.
  A gate opens from {yard} to the lane.
  Native planting needs little water, and {tree} even less.
  {deck} faces north and catches {light}.
  The garden was planted for birds, with {tree} at its centre.
  Room for a pool, if {yard} can spare it.
  A workshop stands behind {tree}.
`);

export const BALCONY = compile(`
  The balcony takes in {view} and is deep enough for a table.
  Glass doors open to a balcony with {light}.
  From the balcony you see {view}; from the bedroom, {tree}.
  A winter garden turns the balcony into a room {season}.
  The building is small and {calm}, with few neighbours and a shared garden.
  There is a lift, a storage cage and a bicycle room downstairs.
  Residents share a rooftop with {yard} and {view}.
  The block is brick, solid and well run, with {tree} at the door.
  Up high and facing away from the street, it is {calm} {season}.
  A private courtyard with {tree} comes as a surprise.
  The balcony catches {breeze} and is made for {dinner}.
  Secure entry, good neighbours and {clever}.
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
  The fall of the land suits a split level with {view} from the upper floor.
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

export const DETAIL = compile(`
  {clever} and {warmth} keep the bills down.
  Recent work: {clever}, a new roof and fresh paint.
  There is {clever}, and the wiring for more.
  {warmth} for July, {breeze} for January.
  Storage is generous, with a loft above the hall.
  The parking is under cover and off the street.
  It has been lived in kindly and kept in order.
  Building and pest reports are available.
  {clever} came with the last renovation.
  A cellar keeps wine and children's bicycles cool.
  The street is wide, and parking is never a search.
  Blinds, screens and {warmth} stay.
`);

export const NEAR_INNER = compile(`
  {shop} and {ride} are {walk} away.
  You could sell the car: {ride}, {shop} and {green} are all within a walk.
  {green} is at the end of the street, {ride} {walk} from the door.
  Friday night is {walk} away; Sunday morning is {calm}.
  It is {walk} to {shop}, {learn} and {ride}.
  The city is a few stops by {ride}.
  Around the corner are {shop}, two wine bars and {green}.
  The neighbourhood has {shop}, old pubs and new ideas.
  Walk to {learn}, ride to work, be home for {dinner}.
  {place} is all here: {shop}, {green} and {ride}.
  From here {ride} is nearer than your next meeting.
  {green} is the back garden that everyone shares.
`);

export const NEAR_SUBURBAN = compile(`
  {learn} and {green} are {walk} away, {ride} a little further.
  It is {walk} to {shop} and {drive} to the motorway.
  Children can walk to {learn} by way of {green}.
  {ride} is near enough to use and far enough to forget.
  {green} starts at the end of the street.
  Everyday shopping is {walk} away, {ride} {drive}.
  {place} has {shop}, {learn} and a {calm} pace.
  Buses stop at the corner; {green} is across the road.
  {drive} brings you to {ride}, and {walk} to {shop}.
  Neighbours know each other here, and {green} is where they meet.
  It is near {learn}, nearer {green}, and not far from {ride}.
  On Saturdays {shop} and {green} are all that you need.
`);

export const NEAR_COUNTRY = compile(`
  {town} is {drive} away.
  {place} has {town}, {learn} and people who wave.
  It is {drive} to {town}, and a world from the traffic.
  At night there are stars, and in the morning magpies.
  The school bus stops at the gate; {town} is {drive} away.
  You can walk to {town} and back before the kettle has cooled.
  {town} and {learn} serve the district well.
  The nearest city is near enough for a day and far enough for a life.
  Sealed road, mobile reception and {town} {drive} off.
  {place} keeps its old main street and its new coffee.
  From here to {town} the road has one roundabout.
  Country life with {town} {drive} away.
`);

export const NEAR_SEA = compile(`
  {sea} is {walk} away.
  You can hear the sea at night, and be in it by seven.
  Wash the sand off under the outdoor shower: {sea} is {walk} away.
  {sea} and {shop} are both {walk} from the gate.
  Salt air, {breeze} and {sea} at the end of the road.
  The boards stand by the door, for {sea} is that close.
  It is {walk} to {sea}, by a path through the banksias.
  On a clear day you see whales from {sea}.
  Evenings end at {sea}.
  {breeze} comes up from {sea} in the afternoon.
  Boats, boards and buckets have their own shed.
  The path to {sea} begins at the corner.
`);

export const CLOSING_SALE = compile(`
  Come and see it on Saturday.
  Rates and strata figures are in the contract, which we send on request.
  The vendors have bought elsewhere and would like a simple sale.
  Bring a tape measure and your questions.
  A long or a short settlement can be arranged.
  We look forward to showing you through.
  It suits {who}, to live in or to let.
  The contract and the reports are ready to read.
  Stand at the back door for a minute before you decide.
  See it in the morning, when {light} is at its best.
  Ask us what else has sold nearby.
  Vacant possession is offered.
`);

export const CLOSING_RENT = compile(`
  Available now, for twelve months or longer.
  Pets are welcome on application.
  The rent includes water and a gardener once a month.
  Bond is four weeks' rent.
  Please come to the inspection before you apply.
  Part furnished on request.
  The owners live nearby and answer the telephone.
  A lease of two years is possible.
  Unfurnished, with dishwasher and washing machine.
  It would suit {who}.
  Available from the first of next month.
  Solar power is included in the rent.
`);

export const HOME_FEATURES =
  `Air conditioning|Built-in robes|Dishwasher|Study|Ensuite|Open fireplace|Timber floors|Solar panels|Internal laundry|Fibre internet|Gas cooking|Ceiling fans|Double glazing|Walk-in robe|Security system|Skylights|Heating|Storage`.split(
    "|",
  );
export const GARDEN_FEATURES =
  `Courtyard|Deck|Shed|Swimming pool|Fully fenced|Vegetable garden|Rainwater tank|Outdoor entertaining|Side access|Verandah|Workshop|Fruit trees`.split(
    "|",
  );
export const BALCONY_FEATURES =
  `Balcony|Lift|Intercom|Storage cage|Rooftop terrace|Bicycle storage|Secure parking|Shared garden|Gym|Pets allowed`.split(
    "|",
  );
export const RURAL_FEATURES =
  `Dam|Bore|Cattle yards|Machinery shed|Horse paddocks|Creek frontage|Hay shed|Orchard|Solar panels|Rainwater tank|Verandah|Workshop`.split(
    "|",
  );
export const LAND_FEATURES =
  `Titled|Services connected|North-facing|Fenced|Corner block|No covenants|Level|Views`.split("|");
