function Get-SourceOffset([string] $Server) {
    $lines = & "$env:SystemRoot\System32\w32tm.exe" /stripchart "/computer:$Server" /dataonly /samples:1
    $last = $lines | Where-Object { $_ -match '^\d\d:\d\d:\d\d, [+-]\d+\.\d+s$' } | Select-Object -Last 1
    if ($last) { [timespan]::FromSeconds([double]::Parse(($last -replace '^.*, ' -replace 's$'), [cultureinfo]::InvariantCulture)) }
}
