import { compile } from "@/prisma/seed/demo/grammar";

// Numbers that five does not divide, above ten: see turnThrough.
export const HOME_OPENINGS = compile(`
  On a {calm} street in {place}, this {good} {noun} makes the most of {light} {season}.
  This {fresh} {noun} sits {walk} from {shop}, in a {calm} part of {place}.
  Three things recommend this {place} {noun}: {floor}, {ceiling} and room for {dinner}.
  Behind a {calm} facade in {place} is a {noun} that opens up to {light}.
  If you have been waiting for {rooms} in {place}, this {fresh} {noun} answers well.
  A {noun} for {who}, {walk} from {green} and {learn}.
  {light} reaches nearly every room of this {good} {noun} in {place}.
  Few {place} homes come with {floor} and {tree}; this {noun} has both.
  Held by one owner for years, this {good} {noun} is ready for {who}.
  Come for {light}, stay for {deck}: a {fresh} {noun} in {calm} {place}.
  With {rooms} and a plan that works, this is {place} at its best.
  From the front door to the last window, this {noun} is {good} and {fresh}.
  Part of a {calm} pocket of {place}, the {noun} looks to {view}.
  Here is a {noun} that is easy to heat, easy to cool and easy to love.
  The first thing that you notice is {light}; the second is how quiet it is.
  {who} will see at once what this {place} {noun} can do.
  With {tree} at the gate and a {calm} street beyond, this {noun} keeps its charm.
  Everything here has been considered, from {floor} to {clever}.
  A clear plan, {ceiling} and {breeze}: this {noun} suits the {place} weather.
  This is a {noun} to walk into and unpack.
  {place} does not offer many homes like this {good}, {fresh} {noun}.
  Simple, {good} and {fresh}, this {noun} asks for little and gives a lot.
  Between {green} and {shop}, this {noun} has found one of the {calm} spots of {place}.
  Mornings begin with sun at the table in this {good} {place} {noun}.
  It is not the largest {noun} in {place}, but few are as {good}.
  Ask the neighbours about this {noun}: in {place} people know it for {tree}.
  Every {noun} has one good room; this one, in {place}, has several.
  You hear birds before cars at this {calm} {place} address.
  {ceiling} and {floor} set the tone in this {place} {noun}.
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
