# The bundle stays, so that it can be diagnosed elsewhere.
function Test-ProductCapture {
    param([AllowEmptyString()] [string] $Engine, [AllowEmptyString()] [string] $Script)
    $bundle = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid()).zip")
    $with = @{
        Engine       = $Engine
        Script       = $Script
        ArgumentList = '-Redact', '-MaximumMegabytes', '50', '-OutputPath', $bundle
    }
    $ended = Invoke-ProductScript @with
    $isThere = Test-Path -LiteralPath $bundle
    $seen = @{ ExitCode = $ended.ExitCode; Bundle = $bundle }
    if ($isThere) {
        $seen.Bytes = (Get-Item -LiteralPath $bundle).Length
        $seen.Sha256 = (Get-FileHash -LiteralPath $bundle).Hash
    }
    @{ Outcome = if ($isThere -and $ended.ExitCode -in 0, 2) { 'held' } else { 'broken' }; Seen = $seen }
}
