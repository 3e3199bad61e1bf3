# A 32-bit host sees other system folders and another registry. For it: how the 64-bit PowerShell runs this script.
function Get-RelaunchArgument {
    param(
        [Parameter(Mandatory)] [Collections.IDictionary] $Bound,
        [bool] $IsNative = [Environment]::Is64BitProcess -or -not [Environment]::Is64BitOperatingSystem
    )
    if ($IsNative) { return }
    $script:NativeShell = "$env:SystemRoot\Sysnative\WindowsPowerShell\v1.0\powershell.exe"
    '-NoProfile'
    '-File'
    $PSCommandPath
    foreach ($name in $Bound.Keys) {
        $value = $Bound[$name]
        if ($value -is [switch] -or $value -is [bool]) {
            if ($value) { "-$name" }
            continue
        }
        # No path or id holds a quote; a backslash at the end would swallow the closing one.
        $text = (@($value) -join ',').Replace('"', '').TrimEnd('\')
        if (-not $text) { continue }
        "-$name"
        $text
    }
}
