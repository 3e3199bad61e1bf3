# A detection about the person who is signed in, whom a script that runs elevated or as SYSTEM knows nothing of.
function Invoke-UserTest {
    param([Parameter(Mandatory)] [scriptblock] $Test)
    if (Test-SignedInUser) { return & $Test }
    New-Finding -Status 'Unknown' -Reason 'asUser'
}
