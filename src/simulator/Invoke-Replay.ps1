# Runs scripts of the product over a capture, one after the other, and writes what they found as one line of JSON. The first line
# of standard input holds { "capture": "path", "parts": "folder", "shrink": { "script": "path", "check": "..." } or null }, each
# further one a run: { "script": "path", "format": "Json", "language": "en", "check": ["..."] }.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$request = [Console]::In.ReadLine() | ConvertFrom-Json
if (-not (Get-Command -Name ConvertFrom-Json).Parameters.ContainsKey('DateKind')) {
    'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ missing = 'PowerShell'; wanted = '7.5'; found = "$($PSVersionTable.PSVersion)" } -Compress)
    exit 0
}
# Nothing but these modules is needed, and looking for what a capture names in all others would take longer than the replay.
Import-Module -Name Microsoft.PowerShell.Utility, Microsoft.PowerShell.Management
$global:PSModuleAutoLoadingPreference = 'None'
$env:PATH = ''
Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'Replay.psm1')
$capture = ConvertFrom-CaptureJson -Text ([IO.File]::ReadAllText($request.capture))
try { Set-ReplayPlace -Capture $capture }
catch {
    'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ refused = 'Its zone or its culture is none that there is.' } -Compress)
    exit 0
}
if ($request.shrink) {
    $module = Import-Replay -Script $request.shrink.script -Parts $request.parts -Parameter @{ Language = 'en' }
    $text = Compress-Capture -Module $module -Capture $capture -Check $request.shrink.check
    'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ capture = "$text" } -Compress)
    exit 0
}
$answers = while ($null -ne ($line = [Console]::In.ReadLine())) {
    $run = $line | ConvertFrom-Json
    $module = Import-Replay -Script $run.script -Parts $request.parts -Parameter @{ Language = $run.language }
    $chosen = @{}
    if ($run.check) { $chosen.Check = [string[]] $run.check }
    $done = Invoke-Replay -Module $module -Capture $capture -Format $run.format -Parameter $chosen
    @{
        code    = $done.Code
        lines   = @($done.Lines)
        results = @($done.Results | ForEach-Object {
                @{
                    check    = $_['check']
                    status   = $_['status']
                    reason   = $_['reason']
                    hresults = @($_['hresults'])
                    missing  = @(if ($_.Contains('missing')) { $_['missing'] })
                }
            })
    }
}
'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ runs = @($answers) } -Depth 8 -Compress)
