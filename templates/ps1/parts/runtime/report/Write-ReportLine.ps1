# A sentence a line for files and pipes. On a console of so many columns it is broken between words, and what
# begins with a state has its colour.
function Write-ReportLine {
    [CmdletBinding()]
    param([AllowEmptyString()] [string] $Text, [int] $Width)
    if ($Width -lt 40) { return Write-Line -Text $Text }
    $tones = @{ Ok = 'Green'; Repaired = 'Green'; Unknown = 'Yellow'; Problem = 'Red'; Failed = 'Red' }
    $isState = { $script:States[$_] -and $Text.StartsWith("$(Get-StateText -State $_) ") }
    $state = @($tones.Keys | Where-Object -FilterScript $isState)
    foreach ($line in Split-Line -Text $Text -Width $Width) {
        if ($state) {
            $line = [Management.Automation.HostInformationMessage] @{
                Message         = $line
                ForegroundColor = $tones[$state[0]]
            }
        }
        Write-Information -MessageData $line -InformationAction Continue
    }
}
