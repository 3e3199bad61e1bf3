# How far the clock is off by a time server that Windows names itself; nothing without an answer. Of w32tm only the
# offset is read, which has a sign and a point in every language; its exit code says nothing.
function Get-SourceOffset {
    param([Parameter(Mandatory)] [string] $Server)
    $arguments = '/stripchart', "/computer:$Server", '/dataonly', '/samples:1'
    $splat = @{ Path = "$env:SystemRoot\System32\w32tm.exe"; ArgumentList = $arguments; TimeoutSeconds = 20 }
    $shape = '^\d\d:\d\d:\d\d, (?<Offset>[+-]\d+\.\d+)s$'
    $last = (Invoke-NativeTool @splat).Lines -match $shape | Select-Object -Last 1
    if ($last -match $shape) {
        [timespan]::FromSeconds([double]::Parse($Matches.Offset, [cultureinfo]::InvariantCulture))
    }
}
