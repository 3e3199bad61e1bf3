# Runs scripts of the product over a capture, in this one process, and writes what they found as one line of JSON. Standard input
# holds { "capture": "path", "parts": "folder", "runs": [{ "script": "path", "format": "Json", "language": "en",
#   "check": ["..."] }], "shrink": { "script": "path", "check": "..." } or null }.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$request = [Console]::In.ReadToEnd() | ConvertFrom-Json
if (-not (Get-Command -Name ConvertFrom-Json).Parameters.ContainsKey('DateKind')) {
    'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ missing = 'PowerShell'; wanted = '7.5'; found = "$($PSVersionTable.PSVersion)" } -Compress)
    exit 0
}
Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'Replay.psm1')
$capture = ConvertFrom-CaptureJson -Text ([IO.File]::ReadAllText($request.capture))
if ($request.shrink) {
    $module = Import-Replay -Script $request.shrink.script -Parts $request.parts -Parameter @{ Language = 'en' }
    $text = Compress-Capture -Module $module -Capture $capture -Check $request.shrink.check
    'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ capture = "$text" } -Compress)
    exit 0
}
$answers = @(foreach ($run in $request.runs) {
        $parameter = @{ Language = $run.language }
        $module = Import-Replay -Script $run.script -Parts $request.parts -Parameter $parameter
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
    })
'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ runs = $answers } -Depth 6 -Compress)
