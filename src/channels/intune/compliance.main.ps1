# One number a check, as JSON without a command that restricted language modes refuse. A check without a result
# is undecided.
function Get-ComplianceLine {
    [CmdletBinding()]
    [OutputType([string])]
    param([psobject[]] $Result = @())
    $levels = @{ Ok = 0; NotApplicable = 0; Unknown = 1; Problem = 2 }
    $known = @{}
    foreach ($each in $Result) { $known[$each.Id] = $levels[$each.Status] }
    $pairs = foreach ($row in $script:Checks) {
        $level = if ($known.ContainsKey($row.Id)) { $known[$row.Id] } else { 1 }
        '"{0}":{1}' -f $row.Id, $level
    }
    '{' + (@($pairs) -join ',') + '}'
}

# Runs all checks and gives the line of JSON.
function Invoke-Main {
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $script:Checks -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    $script:ExitCode = 0
    Get-ComplianceLine -Result $results
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    $script:Line = Get-ChannelAnswer -Undecided (Get-ComplianceLine)
    Write-ChannelLog -Text $script:Line
    Write-Output -InputObject $script:Line
    Stop-HungProcess -Code 0
    exit 0
}
