# Runs one file of Pester tests and writes what became of each test as one line of JSON. Standard input holds
# { "path": "...", "data": { parameters of the file }, "lines": [the tests that begin there; all without it],
#   "module": "folder of a Pester, where none is installed" }. Without a path it only says whether Pester is there.
# No strict mode here: tests would inherit it, and a case of a test may lack a variable.
$ErrorActionPreference = 'Stop'
$request = [Console]::In.ReadToEnd() | ConvertFrom-Json
# Pester goes back to the present folder by a name in which brackets are wildcards.
Set-Location -LiteralPath $PSHOME
# Pester 6 reads files of tests differently.
$pester = if ($request.module) { Get-Module -Name ([WildcardPattern]::Escape("$($request.module)/Pester.psd1")) -ListAvailable }
else { Get-Module -Name Pester -ListAvailable | Where-Object { $_.Version.Major -eq 5 -and $_.Version.Minor -ge 5 } | Select-Object -First 1 }
if (-not $pester) {
    'MENDSHEET-RESULT {"missing":"Pester"}'
    exit 0
}
if (-not $request.path) {
    'MENDSHEET-RESULT {"results":[]}'
    exit 0
}
Import-Module -ModuleInfo $pester
$data = @{}
foreach ($property in $request.data.PSObject.Properties) {
    if ($null -ne $property.Value) { $data[$property.Name] = $property.Value }
}
$configuration = New-PesterConfiguration
$configuration.Run.Container = New-PesterContainer -Path ([WildcardPattern]::Escape($request.path)) -Data $data
if ($request.lines) { $configuration.Filter.Line = @($request.lines | ForEach-Object { "$($request.path):$_" }) }
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration
$results = @(
    foreach ($test in $run.Tests) {
        if ($request.lines -and -not $test.ShouldRun) { continue }
        @{
            line         = $test.StartLine
            name         = $test.ExpandedPath
            outcome      = "$($test.Result)".ToLowerInvariant()
            message      = @($test.ErrorRecord | ForEach-Object { "$_" }) -join "`n"
            milliseconds = [math]::Round($test.Duration.TotalMilliseconds)
        }
    }
    # What failed around the tests, such as a file that does not load, must not pass for no tests at all.
    foreach ($block in @($run.FailedBlocks) + @($run.FailedContainers)) {
        if ($null -eq $block) { continue }
        @{
            line         = $null
            name         = "$block"
            outcome      = 'failed'
            message      = @($block.ErrorRecord | ForEach-Object { "$_" }) -join "`n"
            milliseconds = 0
        }
    }
)
'MENDSHEET-RESULT ' + (ConvertTo-Json -InputObject @{ results = $results } -Depth 4 -Compress)
