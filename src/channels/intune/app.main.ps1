# Runs all checks and gives the line; of an app that was removed, it says so and runs none.
function Invoke-Main {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $app = @{ Path = "HKLM:\SOFTWARE\Mendsheet\$script:Product"; Name = 'AppRemoved' }
    if ((Get-RegistryValue @app) -eq 1) { return Get-SummaryLine -Note 'removed' }
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $script:Checks -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    Get-SummaryLine -Result $results -Windows "$($machine.Build).$($machine.Revision)"
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    $about = "$script:Product $script:ChecklistVersion $script:Phase"
    $refusal = Get-StartRefusal
    $note = if ($refusal) { $refusal } else { 'defect' }
    $script:Line = Get-ChannelAnswer -Undecided "mendsheet/1 $about - Unknown | !$note | Unknown"
    Write-ChannelLog -Text $script:Line
    Write-Output -InputObject $script:Line
    $code = [int] ($script:Line -match '\| Problem$|\| !removed \|')
    Stop-HungProcess -Code $code
    if ($code -eq 1) { exit 1 }
    exit 0
}
