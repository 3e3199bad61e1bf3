# The servers of a proxy setting, each { Protocol, Name, Port }: "http=a;https=[2001:db8::1]:8080",
# "http://user@a:80/", "::1". Several colons without brackets are an address without a port.
function Get-ProxyEndpoint {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Server)
    $form = '^(?:(?<For>[a-z]+)=)?(?:[a-z0-9]+://)?(?:[^@/]*@)?(?:\[(?<Name>[0-9a-f:.]+(?:%\w+)?)\]|' +
    '(?<Name>[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*(?:%\w+)?)|(?<Name>[^][:/@]+))(?::(?<Port>[0-9]{1,5}))?(?:/|$)'
    foreach ($one in $Server -split '[;\s]+') {
        $match = [regex]::Match($one, $form, 'IgnoreCase, CultureInvariant')
        if (-not $match.Success) { continue }
        $port = if ($one -match '^(\w+=)?socks') { 1080 } else { 80 }
        if ($match.Groups['Port'].Success) { $port = [int] $match.Groups['Port'].Value }
        $for = $match.Groups['For'].Value.ToLowerInvariant()
        [pscustomobject]@{ Protocol = $for; Name = $match.Groups['Name'].Value; Port = $port }
    }
}
