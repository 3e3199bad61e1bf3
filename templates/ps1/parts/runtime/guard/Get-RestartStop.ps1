# Changes before a restart that servicing waits for could strand what it has staged.
function Get-RestartStop {
    foreach ($cause in Get-RestartCause) {
        New-GuardStop -Code 13 -Reason 'restartPending' -Evidence @{ Cause = $cause }
    }
}
