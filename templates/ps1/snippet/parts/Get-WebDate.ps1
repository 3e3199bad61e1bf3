function Get-WebDate([string] $Url, [int] $TimeoutSeconds = 10) {
    $request = [Net.WebRequest]::Create($Url)
    $request.Method = 'HEAD'
    $request.Timeout = 1000 * $TimeoutSeconds
    try { $response = $request.GetResponse() } catch { return }
    $date = [datetime]::ParseExact($response.Headers['Date'], 'r', [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal')
    $response.Dispose()
    [pscustomobject]@{ LocalUtc = [datetime]::UtcNow; RemoteUtc = $date }
}
