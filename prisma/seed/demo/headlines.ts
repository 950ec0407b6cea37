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
  Good bones, {calm} street
  Where {place} slows down
  Walk to {shop} and {ride}
  {rooms} and {light} {season}
  A {fresh} {noun} near {green}
  Made for {who}
  {place}, at its quietest
  Easy living in a {good} {noun}
  Turn the key, put the kettle on
  Looking over {view}
  A first address in {place}
  {noun} life without the upkeep
  A {noun} near {learn}, and quiet besides
  {bench}, {cooking} and {light}
  The {calm} side of {place}
  {floor}, {tree} and a {calm} street
  Leave the car: {shop}, {green} and {ride}
  A {noun} that has kept its character
  {place} with a view of {view}
  Sit down under {tree}
  {rooms} and somewhere to put everything
  Keep the kettle on: a {noun} in {place}
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
