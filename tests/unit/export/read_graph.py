"""Reads a graph as other people's programs do, and says in JSON what it found: read_graph.py READER FILE"""
import json
import math
import sys

reader, file = sys.argv[1:]
try:
    library = __import__(reader)
except ImportError:
    sys.exit(77)

if reader == "networkx":
    graph = (library.read_gexf if file.endswith(".gexf") else library.read_graphml)(file)
    nodes = [dict(facts) for _, facts in sorted(graph.nodes(data=True))]
    edges = [facts for _, _, facts in graph.edges(data=True)]
    directed = graph.is_directed()
else:
    graph = library.Graph.Read_GraphML(file)
    nodes = sorted((vertex.attributes() for vertex in graph.vs), key=lambda facts: facts["id"])
    edges = [edge.attributes() for edge in graph.es]
    directed = graph.is_directed()

def known(facts):
    """igraph has NaN where a number is not there; JSON has no such number."""
    return {name: fact for name, fact in facts.items() if not (isinstance(fact, float) and math.isnan(fact))}


print(json.dumps({
    "nodes": len(nodes),
    "edges": len(edges),
    "directed": directed,
    "implied": sum(bool(edge["implied"]) for edge in edges),
    "paper": next((known(node) for node in nodes if node.get("title", "").startswith("CLLMs")), None),
}))
