# Puts one function in front of everything that detections read. It runs where the detections run, which is not
# where the main runs.
function Start-Recording {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Changes functions of this process alone.')]
    param([Parameter(Mandatory)] [scriptblock[]] $Test)
    if ($script:ReadList) { return }
    $script:Originals = @{}
    $script:IsReading = $false
    $list = Get-ReadList -Test $Test
    foreach ($name in $list.Commands) {
        # A command that this Windows lacks is missed by whoever calls it.
        $original = Get-Command -Name $name -ErrorAction SilentlyContinue | Select-Object -First 1
        # What stands behind the name now, not what will.
        if ($original -is [Management.Automation.FunctionInfo]) { $original = $original.ScriptBlock }
        if ($original -or $script:Recording.IsReplay) { $script:Originals[$name] = $original }
        else { $script:Recording.Absent[$name] = $true }
    }
    foreach ($name in @($script:Originals.Keys)) {
        Set-Item -Path "function:script:$name" -Value {
            Invoke-Recorded -Name $MyInvocation.MyCommand.Name -With $args
        }
    }
    $script:ReadList = $list
}
