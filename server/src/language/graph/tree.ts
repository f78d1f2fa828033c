import type { Span, Word } from "../text.ts";
import type { JsonNode, JsonTree } from "./json.ts";

/**
 * Graph's `synchronizationSchema`: what of its JSON has a meaning here, with the JSON itself. Members that are absent, null
 * or of another JSON type are undefined: all nodes of a kind have one shape. Words are what stands between the quotes. What
 * object mappings and object definitions hold is read when it is first asked for.
 * (learn.microsoft.com/graph/api/resources/synchronization-synchronizationschema)
 */
export interface SynchronizationSchema {
  readonly json: JsonTree;
  readonly id: Word | undefined;
  readonly rules: readonly SynchronizationRule[];
  readonly directories: readonly DirectoryDefinition[];
}

/** A value of the JSON that was read. */
interface Written {
  readonly node: JsonNode;
  readonly span: Span;
}

/** Graph `synchronizationRule`: the object mappings from one directory to another. */
export interface SynchronizationRule extends Written {
  readonly name: Word | undefined;
  readonly sourceDirectoryName: Word | undefined;
  readonly targetDirectoryName: Word | undefined;
  readonly objectMappings: readonly ObjectMappingNode[];
}

/** Graph `objectMapping`. */
export interface ObjectMappingNode extends Written {
  readonly name: Word | undefined;
  readonly sourceObjectName: Word | undefined;
  readonly targetObjectName: Word | undefined;
  readonly enabled: boolean | undefined;
  readonly flowTypes: Word | undefined;
  readonly filterGroups: readonly FilterGroupNode[];
  readonly attributeMappings: readonly AttributeMappingNode[];
}

/** Graph `attributeMapping`. */
export interface AttributeMappingNode extends Written {
  readonly targetAttributeName: Word | undefined;
  readonly source: SourceNode | undefined;
  readonly defaultValue: Word | undefined;
  readonly flowType: Word | undefined;
  readonly flowBehavior: Word | undefined;
  readonly matchingPriority: number | undefined;
}

/** Graph `attributeMappingSource`; its `parameters` are read where they are needed. */
export interface SourceNode extends Written {
  readonly expression: Word | undefined;
  readonly name: Word | undefined;
  readonly type: Word | undefined;
}

/** Graph `filterGroup`, of one of the three sets that `filter` has. */
export interface FilterGroupNode extends Written {
  readonly group: "scoping" | "input" | "category";
  readonly name: Word | undefined;
  readonly clauses: readonly FilterClauseNode[];
}

/** Graph `filterClause`. */
export interface FilterClauseNode extends Written {
  readonly sourceOperandName: Word | undefined;
  readonly operatorName: Word | undefined;
  readonly values: readonly Word[];
}

/** Graph `directoryDefinition`. */
export interface DirectoryDefinition extends Written {
  readonly name: Word | undefined;
  readonly objects: readonly ObjectDefinition[];
}

/** Graph `objectDefinition`. */
export interface ObjectDefinition extends Written {
  readonly name: Word | undefined;
  readonly attributes: readonly AttributeDefinition[];
}

/** Graph `attributeDefinition`. Flags that are absent are false. */
export interface AttributeDefinition extends Written {
  readonly name: Word | undefined;
  readonly type: Word | undefined;
  readonly mutability: Word | undefined;
  readonly anchor: boolean;
  readonly caseExact: boolean;
  readonly multivalued: boolean;
  readonly required: boolean;
  /** The names of its `referencedObjects`. */
  readonly references: readonly Word[];
}
