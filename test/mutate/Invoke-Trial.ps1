# Tries faulty products on Pester tests, one request a line of standard input, until it ends:
# { "runs": [{ "path", "data", "lines" }] }. For each a line of JSON comes back: the first test that fails, or what passed.
param([Parameter(Mandatory)] [string] $Pester)
$ErrorActionPreference = 'Stop'
if ($Pester -ne '-') { Import-Module -Name "$Pester/Pester.psd1" } else { Import-Module -Name Pester }
$usual = @{}
foreach ($entry in Get-ChildItem -Path env:) { $usual[$entry.Name] = $entry.Value }
while ($null -ne ($line = [Console]::In.ReadLine())) {
    $request = ConvertFrom-Json -InputObject $line
    $answer = @{ killed = $false; by = ''; says = ''; tests = @() }
    foreach ($run in $request.runs) {
        $data = @{}
        foreach ($property in $run.data.PSObject.Properties) { $data[$property.Name] = $property.Value }
        $configuration = New-PesterConfiguration
        $configuration.Run.Container = New-PesterContainer -Path $run.path -Data $data
        if ($run.lines) { $configuration.Filter.Line = @($run.lines | ForEach-Object { "$($run.path):$_" }) }
        $configuration.Run.PassThru = $true
        if (-not $request.all) { $configuration.Run.SkipRemainingOnFailure = 'Run' }
        $configuration.Output.Verbosity = 'None'
        try { $made = Invoke-Pester -Configuration $configuration 6>$null 3>$null }
        catch {
            $answer.killed = $true
            $answer.by = $run.path
            $answer.says = "$_"
            break
        }
        foreach ($test in $made.Tests) {
            if ($test.Result -notin 'Passed', 'Failed') { continue }
            $answer.tests += @{
                says = "$(@($test.ErrorRecord)[0])"; name = $test.ExpandedPath; line = $test.StartLine; passed = $test.Result -eq 'Passed'
                milliseconds = [math]::Round($test.Duration.TotalMilliseconds)
            }
        }
        $failed = @($made.Failed) + @($made.FailedBlocks) + @($made.FailedContainers) | Where-Object { $_ } | Select-Object -First 1
        if ($failed) {
            $answer.killed = $true
            $answer.by = if ($failed.ExpandedPath) { $failed.ExpandedPath } else { "$failed" }
            $answer.says = "$(@($failed.ErrorRecord)[0])"
            if (-not $request.all) { break }
        }
    }
    # A test may leave the place of a simulated PC behind.
    foreach ($name in $usual.Keys) { [Environment]::SetEnvironmentVariable($name, $usual[$name]) }
    if (-not $request.all) { $answer.tests = @() }
    '{0} {1}' -f 'MENDSHEET-TRIAL', (ConvertTo-Json -InputObject $answer -Depth 4 -Compress)
}
