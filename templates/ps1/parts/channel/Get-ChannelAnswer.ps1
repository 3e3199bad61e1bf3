# What a script without parameters answers that always ends with 0: what Invoke-Main says, here or in the 64-bit
# PowerShell. Where neither can, it is undecided.
function Get-ChannelAnswer {
    param([Parameter(Mandatory)] [string] $Undecided)
    try {
        if (Get-StartRefusal) { return $Undecided }
        $relaunch = @(Get-RelaunchArgument -Bound @{})
        if ($relaunch) { return @(& $script:NativeShell @relaunch)[-1] }
        $script:LogPath = Get-LogPath
        Invoke-Main
    }
    catch {
        Write-ChannelLog -Text (Get-DefectNote -Record $_)
        $Undecided
    }
}
