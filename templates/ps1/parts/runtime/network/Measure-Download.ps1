# { Bytes, Seconds } of the beginning of a file, within limits of both; nothing when nothing comes. It is not kept.
function Measure-Download {
    param(
        [Parameter(Mandatory)] [string] $Url,
        [Parameter(Mandatory)] [int] $Bytes,
        [int] $TimeoutSeconds = 30
    )
    $request = [Net.WebRequest]::Create($Url)
    $request.Timeout = 1000 * $TimeoutSeconds
    $request.ReadWriteTimeout = 1000 * $TimeoutSeconds
    $request.AllowAutoRedirect = $false
    $request.AddRange(0, $Bytes - 1)
    $buffer = New-Object -TypeName byte[] -ArgumentList 65536
    $received = 0
    $response = $null
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $response = $request.GetResponse()
        $stream = $response.GetResponseStream()
        do {
            $count = $stream.Read($buffer, 0, $buffer.Length)
            $received += $count
            Write-Step -Id 2 -Text "$received B" -Done $received -Of $Bytes
        } while ($count -gt 0 -and $received -lt $Bytes -and $clock.Elapsed.TotalSeconds -lt $TimeoutSeconds)
    }
    catch { Write-Verbose -Message "$Url $($_.Exception.GetType().Name)" }
    finally {
        # A server that knows no ranges would go on sending.
        $request.Abort()
        if ($response) { $response.Dispose() }
        Write-Step -Id 2 -Complete
    }
    if ($received -gt 0) { [pscustomobject]@{ Bytes = $received; Seconds = $clock.Elapsed.TotalSeconds } }
}
