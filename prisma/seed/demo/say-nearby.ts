import { compile } from "@/prisma/seed/demo/grammar";

export const NEAR_INNER = compile(`
  {shop} and {ride} are {walk} away.
  You could sell the car: {ride}, {shop} and {green} are all within a walk.
  {green} is at the end of the street, {ride} {walk} from the door.
  Friday night is {walk} away; Sunday morning is quiet.
  It is {walk} to {shop}, {learn} and {ride}.
  The city is a few stops by {ride}.
  Around the corner are {shop}, two wine bars and {green}.
  The neighbourhood has {shop}, old pubs and new ideas.
  Walk to {learn}, ride to work, be home in time for dinner.
  {place} is all here: {shop}, {green} and {ride}.
  From here {ride} is nearer than your next meeting.
  {green} is the back garden that everyone shares.
  {shop} opens early, the bar next door late, and it is {calm} in between.
  There are three ways to town, and {ride} is the quickest.
  On foot: {shop}, {learn} and {green}.
  {place} keeps changing, but {shop} stays.
`);

export const NEAR_SUBURBAN = compile(`
  {learn} and {green} are {walk} away, {ride} a little further.
  It is {walk} to {shop} and {drive} to the motorway.
  Children can walk to {learn} by way of {green}.
  {ride} is near enough to use and far enough to forget.
  {green} starts at the end of the street.
  Everyday shopping is {walk} away, {ride} {drive}.
  {place} has {shop}, {learn} and an unhurried pace.
  Buses stop at the corner; {green} is across the road.
  {drive} brings you to {ride}, and {walk} to {shop}.
  Neighbours know each other here, and {green} is where they meet.
  It is near {learn}, nearer {green}, and not far from {ride}.
  On Saturdays {shop} and {green} are all that you need.
  {shop} knows its customers by name, and {green} is never full.
  Ride to {learn}, stroll to {green}, and leave the car for Sundays.
  {ride} runs often, and {green} is {walk} from it.
  Weekday mornings are {calm}; weekend ones smell of coffee from {shop}.
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
  The post comes before ten, and {town} is {drive} off.
  {learn} has small classes, and the oval a good canteen.
  Fetes, football and {town}: weekends in {place} are full.
  The main street has everything for the week; the city, {place} people say, can wait.
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
