# Runs scripts of the product over a capture, in this one process, and writes what they found as one line of JSON. Standard input
# holds { "capture": "path", "parts": "folder", "runs": [{ "script": "path", "format": "Json", "language": "en",
#   "check": ["..."] }] }.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$request = [Console]::In.ReadToEnd() | ConvertFrom-Json
if (-not (Get-Command -Name ConvertFrom-Json).Parameters.ContainsKey('DateKind')) {
    'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ missing = 'PowerShell'; wanted = '7.5'; found = "$($PSVersionTable.PSVersion)" } -Compress)
    exit 0
}
Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'Replay.psm1')
$capture = ConvertFrom-CaptureJson -Text ([IO.File]::ReadAllText($request.capture))
$answers = @(foreach ($run in $request.runs) {
        $parameter = @{ Language = $run.language }
        $module = Import-Replay -Script $run.script -Capture $capture -Parts $request.parts -Parameter $parameter
        $chosen = @{}
        if ($run.check) { $chosen.Check = [string[]] $run.check }
        $done = Invoke-Replay -Module $module -Format $run.format -Parameter $chosen
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
