# Reads PowerShell files with the official parser, or with PSScriptAnalyzer, in this one process, and writes findings as
# one line of JSON. Standard input holds { "kind": "parse" or "analyze", "paths": [...], "settings": "..." }.
# What PSScriptAnalyzer finds differs from one revision to the next, so the scripts are held against a single one: a build
# of what comes after 1.25.0 calls itself 1.25.0 too, but has more rules.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$request = [Console]::In.ReadToEnd() | ConvertFrom-Json
if ($request.kind -eq 'analyze') {
    $wanted = '1.25.0 with 75 rules'
    $found = 'none'
    foreach ($module in Get-Module -Name PSScriptAnalyzer -ListAvailable | Sort-Object -Property { $_.Version -ne '1.25.0' } | Select-Object -First 1) {
        Import-Module -ModuleInfo $module
        $found = "$($module.Version) with $(@(Get-ScriptAnalyzerRule).Count) rules"
    }
    if ($found -ne $wanted) {
        'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ missing = 'PSScriptAnalyzer'; wanted = $wanted; found = $found } -Compress)
        exit 0
    }
}

function Get-SyntaxFinding {
    param([string] $Path)
    $tokens = $errors = $null
    $null = [Management.Automation.Language.Parser]::ParseFile($Path, [ref] $tokens, [ref] $errors)
    foreach ($problem in $errors) {
        @{
            path     = $Path
            line     = $problem.Extent.StartLineNumber
            column   = $problem.Extent.StartColumnNumber
            rule     = $problem.ErrorId
            severity = 'ParseError'
            message  = $problem.Message
        }
    }
}

function Get-AnalyzerFinding {
    param([string] $Path, [string] $Settings)
    # The analyser's rules run side by side and now and then trip over each other with a null reference; again helps.
    foreach ($attempt in 1..3) {
        $trouble = $null
        $records = @(Invoke-ScriptAnalyzer -Path $Path -Settings $Settings -ErrorAction SilentlyContinue -ErrorVariable trouble)
        if (-not $trouble) { break }
    }
    if ($trouble) { throw "PSScriptAnalyzer failed on ${Path}: $trouble" }
    foreach ($record in $records) {
        @{
            path     = $Path
            line     = $record.Line
            column   = $record.Column
            rule     = $record.RuleName
            severity = "$($record.Severity)"
            message  = $record.Message
        }
    }
}

$findings = @(foreach ($path in $request.paths) {
        if ($request.kind -eq 'parse') { Get-SyntaxFinding -Path $path }
        else { Get-AnalyzerFinding -Path $path -Settings $request.settings }
    })
'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ findings = $findings } -Depth 4 -Compress)
