# A sentence a line for files and pipes. On a console of so many columns it is broken between words, and what
# begins with a state has its colour.
function Write-ReportLine {
    param([string] $Text, [int] $Width)
    if ($Width -lt 40) { return Write-Line -Text $Text }
    $tones = @{
        Ok = 'Green'; Repaired = 'Green'; Unknown = 'Yellow'; NotApplicable = 'Gray'
        Problem = 'Red'; Failed = 'Red'
    }
    $isState = { $script:States[$_] -and $Text.StartsWith("$(Get-StateText -State $_) ") }
    $state = @($tones.Keys | Where-Object $isState)
    # Below its title, or as far in as it begins itself.
    $indent = if ($state) { 26 } else { $Text.Length - $Text.TrimStart().Length }
    foreach ($line in Split-Line -Text $Text -Width $Width -Indent $indent) {
        if ($state) {
            $line = [Management.Automation.HostInformationMessage] @{
                Message         = $line
                ForegroundColor = $tones[$state[0]]
            }
        }
        Write-Information -MessageData $line -InformationAction Continue
    }
}
