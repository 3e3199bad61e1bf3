function Get-WebDate([string] $Url, [int] $TimeoutSeconds = 10) {
    $request = [Net.WebRequest]::Create($Url)
    $request.Timeout = 1000 * $TimeoutSeconds
    $request.AllowAutoRedirect = $false
    try {
        $response = $request.GetResponse()
        $body = (New-Object -TypeName IO.StreamReader -ArgumentList $response.GetResponseStream()).ReadToEnd().Trim()
        $date = [datetime]::ParseExact($response.Headers['Date'], 'r', [cultureinfo]::InvariantCulture, 'AssumeUniversal, AdjustToUniversal')
        [pscustomobject]@{ LocalUtc = [datetime]::UtcNow; RemoteUtc = $date; Status = [int] $response.StatusCode; Body = $body }
    }
    catch { $null = $_ }
    finally { if ($response) { $response.Dispose() } }
}
