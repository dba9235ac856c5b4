/**
 * The optimizer knows nothing of home care, so it plans public benchmarks too: a small instance of the vehicle routing
 * problem with time windows, in Solomon's text format, and the solution in the text format of CVRPLIB.
 */
import { checkPlan, solveSync } from "hemtur";
import { vrptw } from "hemtur/io";

const instance = `SMALL

VEHICLE
NUMBER     CAPACITY
  3          30

CUSTOMER
CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME
    0       40       50        0        0         240         0
    1       45       68       10       10          90        10
    2       45       70       10       30         120        10
    3       42       66       10       60         150        10
    4       25       85       10       20         100        10
    5       22       75       10       50         130        10
    6       20       80       10       80         180        10
    7       60       40       10       40         160        10
`;

const demand = vrptw.read(instance);
const { plan, status } = solveSync(demand, { steps: 5000, seed: 1 });
const { issues, score } = checkPlan(demand, plan);

console.log(vrptw.writeSolution(demand, plan).trim());
console.log(`${status}, ${issues.length} issues, distance ${vrptw.cost(demand, plan, score)}`);
